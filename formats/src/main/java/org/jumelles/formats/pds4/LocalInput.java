package org.jumelles.formats.pds4;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/// A schema's text, for the JDK's validator; it is never told to take another.
record LocalInput(String name, String text) implements LSInput {
  @Override
  public Reader getCharacterStream() {
    return new StringReader(text);
  }

  @Override
  public void setCharacterStream(Reader stream) {}

  @Override
  public @Nullable InputStream getByteStream() {
    return null;
  }

  @Override
  public void setByteStream(InputStream stream) {}

  @Override
  public @Nullable String getStringData() {
    return null;
  }

  @Override
  public void setStringData(String data) {}

  @Override
  public String getSystemId() {
    return name;
  }

  @Override
  public void setSystemId(String id) {}

  @Override
  public @Nullable String getPublicId() {
    return null;
  }

  @Override
  public void setPublicId(String id) {}

  @Override
  public @Nullable String getBaseURI() {
    return null;
  }

  @Override
  public void setBaseURI(String uri) {}

  @Override
  public @Nullable String getEncoding() {
    return null;
  }

  @Override
  public void setEncoding(String encoding) {}

  @Override
  public boolean getCertifiedText() {
    return false;
  }

  @Override
  public void setCertifiedText(boolean certified) {}
}
