package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = "Writes a cube anew in another container or interleave, bit for bit.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu convert scene.img scene.bsq",
      "  jumelles ryugu convert scene.fits scene.hdr --interleave bil",
      "",
      "The name of OUT tells the container: .hdr, .img, .dat, .raw, .bip, .bil, .bsq",
      "or .sli (a library) for ENVI, .fits for FITS, .xml for PDS4. Each stored number",
      "keeps its type and its bits. Of what the container says beside them, axis, bad",
      "bands, no data, scale and band names go along."
    })
final class RyuguConvertCommand implements Callable<Integer> {
  private static final int BLOCK_NUMBERS = 1 << 20;

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(index = "0", paramLabel = "IN", description = "A cube, its header or its label.")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "What is written.")
  private Path out = Path.of("");

  @Option(
      names = "--interleave",
      paramLabel = "bip|bil|bsq",
      description = "Order of the axes; that of IN unless told.")
  private Optional<Interleave> interleave = Optional.empty();

  @Option(names = "--big-endian", description = "Most significant byte first.")
  private boolean bigEndian;

  @Override
  public Integer call() throws IOException {
    try (Cube cube = RyuguInfoCommand.open(in)) {
      cube.container()
          .defects()
          .forEach(defect -> answer.say("jumelles: doubtful: " + defect.sentence()));
      Interleave own = cube.container().interleave();
      Interleave wanted = interleave.orElse(own == Interleave.OTHER ? Interleave.BIP : own);
      NewCube copy =
          NewCube.like(cube, wanted, "copy of " + in.getFileName())
              .withOrder(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      try (CubeWriter writer = Cubes.create(out, copy)) {
        for (Path file : writer.files()) {
          output.check(file);
        }
        copy(cube, writer);
        writer.finish();
        answer.give(document(cube, writer, wanted), () -> say(cube, writer));
      }
      return cube.container().defects().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  private void copy(Cube cube, CubeWriter writer) throws IOException {
    int block = (int) Math.min(cube.pixels(), Math.max(1, BLOCK_NUMBERS / cube.bands()));
    long[] bits = new long[Math.multiplyExact(block, cube.bands())];
    Progress progress = answer.progressWhereItIsLong();
    progress.begin("pixels", cube.pixels());
    for (long first = 0; first < cube.pixels(); first += block) {
      int count = (int) Math.min(block, cube.pixels() - first);
      cube.readBits(first, count, bits);
      writer.writeBits(first, count, bits);
      progress.advance(count);
    }
    progress.end();
  }

  private static Map<String, Object> document(Cube cube, CubeWriter writer, Interleave wanted) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("files", writer.files().stream().map(Path::toString).toList());
    document.put("lines", cube.lines());
    document.put("samples", cube.samples());
    document.put("bands", cube.bands());
    document.put("type", cube.container().type().word());
    document.put("interleave", wanted.word());
    return document;
  }

  private void say(Cube cube, CubeWriter writer) {
    answer
        .out()
        .println(
            "%s: %d lines x %d samples x %d bands of %s"
                .formatted(
                    writer.files(),
                    cube.lines(),
                    cube.samples(),
                    cube.bands(),
                    cube.container().type().word()));
  }
}
