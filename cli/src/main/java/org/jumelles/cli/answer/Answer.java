package org.jumelles.cli.answer;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jumelles.pipeline.run.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How a command answers: text for people, or one JSON document for a script. Messages go to
/// standard error either way.
public final class Answer {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  public boolean isJson() {
    return json;
  }

  public PrintWriter out() {
    return spec().commandLine().getOut();
  }

  /// A line for a person on standard error.
  public void say(String message) {
    PrintWriter err = spec().commandLine().getErr();
    err.println(message);
    err.flush();
  }

  /// Progress of long work, on standard error.
  public Progress progress() {
    return new ProgressLine(spec().commandLine().getErr(), Duration.ZERO);
  }

  /// The same for work that is mostly done before anybody would ask.
  public Progress progressWhereItIsLong() {
    return new ProgressLine(spec().commandLine().getErr(), PATIENCE);
  }

  /// One JSON document, from maps, lists, records, numbers and text; NaN is `null`.
  public void json(Object document) {
    out().print(jsonText(document));
  }

  /// The same document as text, for a file.
  public static String jsonText(Object document) {
    return Json.MAPPER.writeValueAsString(document) + "\n";
  }

  /// Either the document or the text, by `--json`.
  public void give(Map<String, ?> document, Runnable text) {
    if (json) {
      json(document);
    } else {
      text.run();
    }
  }

  private CommandSpec spec() {
    if (command == null) {
      throw new AssertionError("an answer outside a command");
    }
    return command;
  }

  /// JSON knows neither NaN nor infinity.
  private static final class FiniteOrNull extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }

  /// Loaded only by those who write JSON: it is most of a second of class loading without a cache.
  private static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder(new JsonFactory())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter())
            .addModule(new SimpleModule().addSerializer(Double.class, new FiniteOrNull()))
            .build();
  }
}
