package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import org.jumelles.service.exchange.Answer;

/// What is not answered, told to a person.
public final class RefusalPage {
  private RefusalPage() {}

  public static Answer of(int status, String sentence) {
    String title =
        switch (status) {
          case 401, 403 -> "Not open to you";
          case 404 -> "Nothing has this name";
          default -> "Not understood";
        };
    return Answer.of(
        status,
        Answer.HTML,
        Html.page(
            title,
            "<section class=\"hero\"><h1>"
                + title
                + "</h1><p class=\"lead\">"
                + text(sentence)
                + "</p></section>"));
  }
}
