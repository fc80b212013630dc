package org.jumelles.service.page;

import org.jumelles.seis.body.Body;
import java.util.Locale;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Markup;

/// The frame of every page, and how numbers and times are shown.
public final class Html {
  private static final String LOGO =
      "<svg class=\"logo\" viewBox=\"0 0 48 28\" aria-hidden=\"true\">"
          + "<circle cx=\"13\" cy=\"15\" r=\"11\"/><circle cx=\"35\" cy=\"15\" r=\"11\"/>"
          + "<path d=\"M20 8q4-4 8 0\"/>"
          + "<path class=\"trace\" d=\"M4 15h4l2-6 3 12 3-9 2 3h4\"/>"
          + "<circle class=\"disc\" cx=\"35\" cy=\"15\" r=\"6\"/></svg>";

  private Html() {}

  public static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<meta name=\"color-scheme\" content=\"light dark\"><title>"
        + text(title)
        + "</title><link rel=\"stylesheet\" href=\"/page.css\">"
        + "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\"></head><body>"
        + "<a class=\"skip\" href=\"#main\">Skip to content</a>"
        + header()
        + "<main id=\"main\">"
        + body
        + "</main><footer>Times are UTC; LMST is the InSight mission clock. "
        + "Every number here leads back to its bytes.</footer></body></html>\n";
  }

  /// What stands at the head of each page: the way home and to every section.
  public static String header() {
    return "<header class=\"top\"><a class=\"brand\" href=\"/\">"
        + LOGO
        + "<span>Jumelles</span></a><nav aria-label=\"Sections\">"
        + "<a href=\"/data\">Data</a><a href=\"/programmes\">Programmes</a>"
        + "<a href=\"/#events\">Events</a><a href=\"/#channels\">Channels</a>"
        + "<a href=\"/#granules\">Spectra</a><a href=\"/alerts\">Alerts</a>"
        + "<a href=\"/ryugu/cubes\">Cubes</a><a href=\"/#services\">Services</a></nav></header>";
  }

  public static String text(String text) {
    return Markup.escaped(text);
  }

  /// `2019-05-22 23:19:27`, marked up for machines.
  public static String time(Moment moment) {
    String full = Utc.text(moment);
    return "<time datetime=\"" + full + "\">" + shortTime(moment) + "</time>";
  }

  public static String shortTime(Moment moment) {
    return Utc.text(moment).substring(0, 19).replace('T', ' ');
  }

  /// `sol 173, 02:14 LMST`; empty before the landing, where the clock says nothing.
  static String sol(Moment moment) {
    LocalClock.LocalTime local = Body.byDefault().days().localTime(moment);
    return local.sol() < 0 || local.sol() > 1500
        ? ""
        : String.format(
            Locale.ROOT, "sol %d, %02d:%02d LMST", local.sol(), local.hour(), local.minute());
  }

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  public static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }

  static String rate(double rateHz) {
    return rateHz <= 0
        ? ""
        : (rateHz == Math.rint(rateHz) ? Long.toString((long) rateHz) : Double.toString(rateHz))
            + " Hz";
  }

  /// What a table stands in, so that the keyboard can scroll it; a `</div>` ends it.
  public static String scroll(String label) {
    return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
        + text(label)
        + "\">";
  }

  /// An identity as people shorten it.
  public static String shortId(String sha256Hex) {
    return sha256Hex.substring(0, 12);
  }
}
