package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// fdsnws-station and fdsnws-event over real HTTP.
class StationAndEventTest {
  private static final String STATION = "/fdsnws/station/1/query?";
  private static final String EVENT = "/fdsnws/event/1/query?";

  @TempDir static Path folder;
  private static Running running;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static String ok(String path) throws Exception {
    HttpResponse<byte[]> response = running.get(path);
    assertThat(response.statusCode()).as(Running.text(response)).isEqualTo(200);
    return Running.text(response);
  }

  private static Inventory inventory(String query) throws Exception {
    return StationXml.read(Bytes.of("answer", ok(STATION + query).getBytes("UTF-8")));
  }

  private static List<String> channels(Inventory inventory) {
    return inventory.networks().stream()
        .flatMap(network -> network.stations().stream())
        .flatMap(station -> station.channels().stream())
        .map(channel -> channel.locationCode() + "." + channel.node().code())
        .toList();
  }

  private static List<String> events(String query) throws Exception {
    String xml = ok(EVENT + query);
    return QuakeMl.read(Bytes.of("answer", xml.getBytes("UTF-8")))
        .found()
        .orElseThrow()
        .eventParameters()
        .events()
        .stream()
        .map(Event::publicID)
        .toList();
  }

  @Test
  void eachLevelGoesAsDeepAsItSays() throws Exception {
    assertThat(inventory("level=network").networks().getFirst().stations()).isEmpty();
    assertThat(channels(inventory(""))).isEmpty();
    assertThat(inventory("").networks().getFirst().stations()).hasSize(1);
    Inventory channel = inventory("level=channel");
    assertThat(channels(channel)).containsExactly("03.BHU", "03.BHV", "07.BLU");
    Inventory response = inventory("level=response&cha=BHU");
    assertThat(channels(response)).containsExactly("03.BHU");
    assertThat(
            response.networks().getFirst().stations().getFirst().channels().getFirst().response())
        .hasValueSatisfying(found -> assertThat(found.stages()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "net=XB&cha=BH?, 03.BHU;03.BHV",
    "loc=07, 07.BLU",
    "includerestricted=false, 03.BHU;03.BHV",
    "matchtimeseries=true, 03.BHU;03.BHV",
    "start=2019-05-22&end=2019-05-23&cha=BHU, 03.BHU",
    "minlat=4&maxlat=5&minlon=135&maxlon=136&cha=BHV, 03.BHV",
    "lat=4.5&lon=135.6&maxradius=1&cha=BHV, 03.BHV",
    "startbefore=2020-01-01&endafter=2020-01-01&cha=BHV, 03.BHV",
  })
  void whatIsSelected(String query, String expected) throws Exception {
    assertThat(channels(inventory("level=channel&" + query))).containsExactly(expected.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net=YY",
        "start=2023-01-01",
        "end=2018-01-01",
        "minlat=10",
        "startafter=2022-01-01",
        "loc=--",
        "lat=-4.5&lon=-44.4&maxradius=10",
        "updatedafter=2026-11-02",
        "matchtimeseries=true&start=2020-01-01"
      })
  void whatIsNotThere(String query) throws Exception {
    assertThat(running.get(STATION + query).statusCode()).isEqualTo(204);
    assertThat(running.get(STATION + query + "&nodata=404").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyRestrictedChannelsAreForbidden() throws Exception {
    HttpResponse<byte[]> response =
        running.get(STATION + "level=channel&loc=07&includerestricted=false");
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void availabilityIsTheSpanOfTheData() throws Exception {
    String xml = ok(STATION + "level=channel&cha=BHU&includeavailability=true");
    assertThat(xml)
        .contains("<DataAvailability>")
        .contains("start=\"2019-05-22T23:00:00.000000Z\"")
        .contains("end=\"2019-05-22T23:13:19.900000Z\"");
  }

  @Test
  void textTables() throws Exception {
    assertThat(ok(STATION + "format=text&level=network"))
        .isEqualTo(
            "#Network|Description|StartTime|EndTime|TotalStations\n"
                + "XB|InSight   SEIS|2018-11-26T00:00:00.000000|2022-12-15T00:00:00.000000|1\n");
    assertThat(ok(STATION + "format=text"))
        .contains("\nXB|ELYSE|4.502384|135.623447|-2613.4|Elysium Planitia|2018-11-26T");
    assertThat(ok(STATION + "format=text&level=channel&cha=BHU"))
        .endsWith(
            "\nXB|ELYSE|03|BHU|4.502384|135.623447|-2613.4|0.0|135.1|-29.4|VBB|8.62622E10|0.1|m/s"
                + "|10.0|2019-02-09T00:00:00.000000|2022-12-15T00:00:00.000000\n");
  }

  @Test
  void obspyGetStationsAndItsBulk() throws Exception {
    assertThat(
            channels(
                inventory(
                    "starttime=2019-05-22T23%3A00%3A00.000000&network=XB&station=ELYSE"
                        + "&location=03&channel=BH%2A&level=response")))
        .containsExactly("03.BHU", "03.BHV");
    HttpResponse<byte[]> bulk =
        running.post(
            "/fdsnws/station/1/query",
            "level=channel\nformat=text\nXB ELYSE 03 BHU 2019-05-22T23:00:00.000000"
                + " 2019-05-22T23:01:00.000000\nXB ELYSE 03 BHV * *");
    assertThat(bulk.statusCode()).isEqualTo(200);
    assertThat(Running.text(bulk).lines()).hasSize(3);
  }

  @Test
  void eventsComeNewestFirstOrAsAsked() throws Exception {
    String first = SampleArchive.EVENT_1;
    String second = SampleArchive.EVENT_2;
    assertThat(events("")).containsExactly(second, first);
    assertThat(events("orderby=time-asc")).containsExactly(first, second);
    assertThat(events("orderby=magnitude")).containsExactly(first, second);
    assertThat(events("orderby=magnitude-asc")).containsExactly(second, first);
    assertThat(events("limit=1")).containsExactly(second);
    assertThat(events("limit=1&offset=2")).containsExactly(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventid=smi:insight.mqs/Event/S0173a",
        "eventid=S0173a",
        "minmag=3.6",
        "magtype=mfb&minmag=3.6",
        "eventtype=low_frequency",
        "end=2019-05-22T23:06:00",
        "maxlatitude=5",
        "lat=3&lon=165&maxradius=2",
        "minlon=164",
        "starttime=2019-05-22T23:04:00" + "&endtime=2019-05-22T23:05:00",
        "eventid=S0173a,nothing",
        "maxdepth=50&mindepth=50&eventid=S0173a"
      })
  void whichEventIsMeant(String query) throws Exception {
    assertThat(events(query)).containsExactly(SampleArchive.EVENT_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eventid=nothing",
        "minmag=9",
        "magtype=Mw",
        "mindepth=60",
        "start=2020-01-01",
        "contributor=nobody",
        "catalog=none",
        "offset=3",
        "updatedafter=2026-11-02"
      })
  void noEventIs204(String query) throws Exception {
    assertThat(running.get(EVENT + query).statusCode()).isEqualTo(204);
  }

  @Test
  void partsOfAnEventMayBeLeftOut() throws Exception {
    assertThat(ok(EVENT + "eventid=S0173a")).contains("/origin/0\"").contains("/origin/1\"");
    String preferred = ok(EVENT + "eventid=S0173a&includeallorigins=false");
    assertThat(preferred).doesNotContain("/origin/0\"").contains("/origin/1\"");
  }

  @Test
  void eventsAsTextAndGeoJson() throws Exception {
    assertThat(ok(EVENT + "format=text").lines().toList().get(1))
        .startsWith(SampleArchive.EVENT_2 + "|2019-05-22T23:08:00.000000|11|160|50|");
    HttpResponse<byte[]> json = running.get(EVENT + "format=geojson&limit=1");
    assertThat(json.headers().firstValue("content-type")).contains("application/geo+json");
    assertThat(Running.text(json))
        .contains("\"type\":\"FeatureCollection\"")
        .contains("\"coordinates\":[160.0,11.0,-50000.0]")
        .contains("\"mars_type\":\"BROADBAND\"")
        .contains("\"body\":\"Mars\"");
  }

  @Test
  void catalogsAndContributors() throws Exception {
    assertThat(ok("/fdsnws/event/1/catalogs"))
        .contains("<Catalogs>", "<total>1</total>", "<Catalog>seis/detection</Catalog>");
    assertThat(ok("/fdsnws/event/1/contributors")).contains("<Contributors>");
  }

  static Stream<String> services() {
    return Stream.of("dataselect", "station", "event");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("services")
  void obspyDiscoversTheService(String service) throws Exception {
    String root = "/fdsnws/" + service + "/1/";
    assertThat(ok(root + "version").strip()).matches("1\\.\\d+\\.\\d+");
    assertThat(ok(root + "application.wadl")).contains("base=\"" + running.address(root) + "\"");
    assertThat(ok(root)).contains("<code>starttime</code>");
    assertThat(running.get(root + "nothing").statusCode()).isEqualTo(404);
  }
}
