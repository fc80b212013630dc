package org.jumelles.service.fdsn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGrammarTest {

  private static FdsnRequest.Waveforms waveforms(String query) {
    return (FdsnRequest.Waveforms) RequestGrammar.query(Dialect.DATASELECT, query);
  }

  private static FdsnRequest.Stations stations(String query) {
    return (FdsnRequest.Stations) RequestGrammar.query(Dialect.STATION, query);
  }

  private static FdsnRequest.Events events(String query) {
    return (FdsnRequest.Events) RequestGrammar.query(Dialect.EVENT, query);
  }

  private static RequestRefusal refusal(Dialect dialect, String query) {
    return catchThrowableOfType(RequestRefusal.class, () -> RequestGrammar.query(dialect, query));
  }

  @Test
  void anEmptyQueryAsksForEverything() {
    FdsnRequest.Waveforms request = waveforms("");
    assertThat(request.selections()).containsExactly(Selection.ALL);
    assertThat(request.nodataStatus()).isEqualTo(204);
    assertThat(request.formatVersion()).isEqualTo(2);
    assertThat(request.minimumLengthS()).isZero();
    assertThat(request.longestOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net=XB&sta=ELYSE&loc=03&cha=BHU&start=2019-05-22T23:00:00&end=2019-05-22T23:10:00",
        "network=XB&station=ELYSE&location=03&channel=BHU"
            + "&starttime=2019-05-22T23:00:00.000000&endtime=2019-05-22T23:10:00.000000Z",
        "NET=xb&Sta=elyse&LOC=03&cha=bhu&start=2019-142T23:00:00&end=2019-05-22T23:10",
        "net=XB&sta=ELYSE&loc=03&cha=BHU&start=2019-05-22T23%3A00%3A00&end=2019-05-22T23%3A10%3A00&",
      })
  void longNamesShortNamesAndTimeFormsAreOne(String query) {
    Selection selection = waveforms(query).selections().getFirst();
    assertThat(selection.network()).containsExactly(new Glob("XB"));
    assertThat(selection.station()).containsExactly(new Glob("ELYSE"));
    assertThat(selection.location()).containsExactly(new Glob("03"));
    assertThat(selection.channel()).containsExactly(new Glob("BHU"));
    assertThat(selection.start()).isEqualTo(Utc.parse("2019-05-22T23:00:00"));
    assertThat(selection.end()).isEqualTo(Utc.parse("2019-05-22T23:10:00"));
  }

  @Test
  void listsWildcardsAndEmptyLocations() {
    Selection selection = waveforms("loc=--,0?,*&cha=BH?,%2AZ").selections().getFirst();
    assertThat(selection.takes("XB", "ELYSE", "", "BHU")).isTrue();
    assertThat(selection.takes("XB", "ELYSE", "02", "LHZ")).isTrue();
    assertThat(selection.takes("XB", "ELYSE", "02", "LHN")).isFalse();
    assertThat(waveforms("loc=").selections().getFirst().location()).containsExactly(new Glob(""));
    assertThat(waveforms("loc=--").selections().getFirst().takes("A", "B", "00", "C")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'',true", "a,true", "'*',true", "'?',false"})
  void aStarTakesAnythingAndNothing(String text, boolean ignored) {
    assertThat(Glob.ANY.matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "BH?,BHU,true", "BH?,BH,false", "B*U,BHU,true", "B*U,BU,true", "B*U,BHV,false",
    "*H*,BHU,true", "*a*b*c,xaybzc,true", "*a*b*c,xaybz,false", "'',BHU,false", "'','',true",
    "?,'',false", "**,X,true"
  })
  void globs(String pattern, String text, boolean matches) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void aGlobOfManyStarsIsStillFast() {
    String text = "a".repeat(20_000);
    assertThat(new Glob("*a".repeat(30) + "*b").matches(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "foo=1|Unrecognized query option: foo",
        "net=XB&network=XB|more than once: network",
        "net=XB&net=XC|more than once: network",
        "net|without a value: net",
        "=XB|without a value",
        "net=|Empty value for query option: network",
        "net=X%ZZ|percent-encoding",
        "net=X B|'X B' is not a code",
        "net=<script>|is not a code",
        "start=yesterday|starttime: 'yesterday' is not a UTC time",
        "start=2019-13-01|is not a UTC time",
        "start=2019-02-29T00:00:00|is not a UTC time",
        "start=2019-01-02&end=2019-01-01|starttime is later than endtime",
        "quality=X|is not one of B, D, R, Q, M",
        "minimumlength=-1|is not a number from 0",
        "minimumlength=NaN|is not a number",
        "minimumlength=ten|is not a number",
        "longestonly=maybe|is not true or false",
        "format=wav|is not one of miniseed",
        "nodata=200|is not one of 204, 404",
        "level=channel|Unrecognized query option: level",
      })
  void whatDataselectRefuses(String query, String words) {
    RequestRefusal refusal = refusal(Dialect.DATASELECT, query);
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.sentence()).contains(words);
  }

  @Test
  void dataselectOptions() {
    FdsnRequest.Waveforms request =
        waveforms("quality=M&minimumlength=0.0&longestonly=true&format=miniseed3&nodata=404");
    assertThat(request.quality()).isEqualTo('M');
    assertThat(request.longestOnly()).isTrue();
    assertThat(request.formatVersion()).isEqualTo(3);
    assertThat(request.nodataStatus()).isEqualTo(404);
  }

  @Test
  void stationOptions() {
    FdsnRequest.Stations request =
        stations(
            "level=response&format=xml&includerestricted=false&includeavailability=true"
                + "&startbefore=2019-01-01&endafter=2020-01-01&matchtimeseries=true"
                + "&updatedafter=2018-01-01&minlat=-10&maxlat=10&minlon=130&maxlon=140");
    assertThat(request.level()).isEqualTo(FdsnRequest.Stations.Level.RESPONSE);
    assertThat(request.options().includeRestricted()).isFalse();
    assertThat(request.options().includeAvailability()).isTrue();
    assertThat(request.options().matchTimeSeries()).isTrue();
    assertThat(request.options().updatedAfter()).contains(Utc.parse("2018-01-01"));
    assertThat(request.area().contains(4.5, 135.6)).isTrue();
    assertThat(request.area().contains(4.5, 141)).isFalse();
    assertThat(request.epochs().take(Utc.parse("2018-11-26"), Moment.MAX)).isTrue();
    assertThat(request.epochs().take(Utc.parse("2019-11-26"), Moment.MAX)).isFalse();
    assertThat(stations("").level()).isEqualTo(FdsnRequest.Stations.Level.STATION);
  }

  @Test
  void textHasNoResponses() {
    assertThat(refusal(Dialect.STATION, "format=text&level=response").sentence())
        .contains("format=xml");
  }

  @Test
  void eventOptions() {
    FdsnRequest.Events request =
        events(
            "mindepth=0&maxdepth=70.5&minmag=2.5&maxmagnitude=5&magtype=MFB&orderby=magnitude-asc"
                + "&limit=10&offset=3&eventid=a,b&eventtype=marsquake,not%20*"
                + "&includeallorigins=false&lat=4.5&lon=135.6&minradius=10&maxradius=40.5"
                + "&format=geojson&catalog=MQS&contributor=ETH");
    assertThat(request.depthKm()).isEqualTo(new FdsnRequest.Events.Range(0, 70.5));
    assertThat(request.magnitude()).isEqualTo(new FdsnRequest.Events.Range(2.5, 5));
    assertThat(request.names().eventIds()).containsExactly("a", "b");
    assertThat(request.names().eventTypes())
        .containsExactly(new Glob("marsquake"), new Glob("not *"));
    assertThat(request.names().magnitudeType()).contains("MFB");
    assertThat(request.paging()).isEqualTo(new FdsnRequest.Events.Paging("magnitude-asc", 10, 3));
    assertThat(request.detail().allOrigins()).isFalse();
    assertThat(request.detail().arrivals()).isTrue();
    assertThat(request.area().ring()).isEqualTo(new Area.Ring(4.5, 135.6, 10, 40.5));
    assertThat(request.format()).isEqualTo("geojson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minlat=91",
        "minlat=10&maxlat=0",
        "minradius=20&maxradius=10",
        "maxradius=181",
        "minmag=5&maxmag=4",
        "limit=0",
        "limit=-1",
        "limit=1.5",
        "limit=99999999999",
        "offset=0",
        "orderby=size",
        "format=miniseed",
        "mindepth=Infinity",
        "network=XB",
      })
  void whatEventRefuses(String query) {
    assertThat(refusal(Dialect.EVENT, query).status()).isEqualTo(400);
  }

  @Test
  void postBodiesOfManyLines() {
    FdsnRequest.Waveforms request =
        (FdsnRequest.Waveforms)
            RequestGrammar.body(
                Dialect.DATASELECT,
                "quality=B\r\nlongestonly = true\n\nXB ELYSE 03 BH? 2019-05-22T23:00:00 2019-05-22T23:10:00.5\n"
                    + "XB\tELYSE  --  * * *\n");
    assertThat(request.longestOnly()).isTrue();
    assertThat(request.selections()).hasSize(2);
    assertThat(request.selections().get(1).start()).isEqualTo(Moment.MIN);
    assertThat(request.selections().get(1).end()).isEqualTo(Moment.MAX);
    assertThat(request.selections().get(1).location()).isEqualTo(List.of(new Glob("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quality=B\n",
        "XB ELYSE 03 BHU 2019-05-22T23:00:00\n",
        "XB ELYSE 03 BHU a b\n",
        "XB ELYSE 03 BHU 2019-05-23 2019-05-22\n",
        "foo=1\nXB ELYSE 03 BHU * *\n",
      })
  void postBodiesThatAreRefused(String body) {
    RequestRefusal refusal =
        catchThrowableOfType(
            RequestRefusal.class, () -> RequestGrammar.body(Dialect.DATASELECT, body));
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void tooManyLinesAreTooLarge() {
    String body = "XB ELYSE 03 BHU * *\n".repeat(RequestGrammar.MAX_SELECTIONS + 1);
    RequestRefusal refusal =
        catchThrowableOfType(
            RequestRefusal.class, () -> RequestGrammar.body(Dialect.DATASELECT, body));
    assertThat(refusal.status()).isEqualTo(413);
  }

  @Test
  void eventsByPostAreNamedValues() {
    FdsnRequest.Events request =
        (FdsnRequest.Events) RequestGrammar.body(Dialect.EVENT, "limit=3\nformat=text\n");
    assertThat(request.paging().limit()).isEqualTo(3);
  }

  @Test
  void aBoxMayCrossThe180thMeridian() {
    Area area = events("minlon=170&maxlon=-170").area();
    assertThat(area.contains(0, 175)).isTrue();
    assertThat(area.contains(0, -175)).isTrue();
    assertThat(area.contains(0, 0)).isFalse();
    Area eastern = events("minlon=170&maxlon=190").area();
    assertThat(eastern.contains(0, -175)).isTrue();
    assertThat(eastern.contains(0, 160)).isFalse();
  }

  @Test
  void distancesOnTheSphere() {
    Area ring = events("lat=0&lon=0&minradius=89.999&maxradius=90.001").area();
    assertThat(ring.contains(0, 90)).isTrue();
    assertThat(ring.contains(90, 17)).isTrue();
    assertThat(ring.contains(0, 91)).isFalse();
    assertThat(Area.EVERYWHERE.isEverywhere()).isTrue();
    assertThat(events("").area().isEverywhere()).isTrue();
    assertThat(events("maxradius=20").area().isEverywhere()).isFalse();
  }
}
