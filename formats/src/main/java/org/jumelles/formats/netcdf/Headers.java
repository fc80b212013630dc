package org.jumelles.formats.netcdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes object headers: dimensions first, for the others refer to them; the root last.
final class Headers {
  private static final int DATASPACE = 0x01;
  private static final int LINK_INFO = 0x02;
  private static final int DATATYPE = 0x03;
  private static final int FILL = 0x05;
  private static final int LINK = 0x06;
  private static final int LAYOUT = 0x08;
  private static final int GROUP_INFO = 0x0A;
  private static final int FILTERS = 0x0B;
  private static final int HEAP_BYTES = 4096;

  private final Scales scales;
  private final List<Attribute> attributes;
  private final Map<String, Long> addresses = new LinkedHashMap<>();

  Headers(Scales scales, List<Attribute> attributes) {
    this.scales = scales;
    this.attributes = attributes;
  }

  /// @return the address of the root group
  long write(NetCdfWriter file) throws IOException {
    for (Dimension dimension : scales.dimensions()) {
      addresses.put(dimension.name(), file.put(scale(file, dimension)));
    }
    long heap = file.put(heap());
    for (Variable variable : scales.variables()) {
      if (!scales.isCoordinate(variable)) {
        ObjectHeader header = dataset(variable, file.tree(variable));
        header.attribute(
            Messages.dimensionList(
                heap, variable.dimensions().stream().map(d -> scales.number(d) + 1).toList()));
        dimensionNumbers(header, variable);
        variable.attributes().forEach(a -> header.attribute(Messages.attribute(a)));
        addresses.put(variable.name(), file.put(header.bytes()));
      }
    }
    return file.put(root());
  }

  private byte[] scale(NetCdfWriter file, Dimension dimension) throws IOException {
    Optional<Variable> coordinate = scales.coordinate(dimension);
    ObjectHeader header;
    String name;
    if (coordinate.isPresent()) {
      header = dataset(coordinate.get(), file.tree(coordinate.get()));
      name = dimension.name();
    } else {
      header = new ObjectHeader();
      header.add(DATASPACE, Messages.dataspace(List.of(dimension.length())));
      header.add(DATATYPE, Messages.datatype(Type.FLOAT));
      header.add(FILL, new byte[] {3, Messages.MODES});
      // Never allocated: the lengths alone matter.
      header.add(
          LAYOUT,
          new Little().u8(3).u8(1).u64(Messages.UNDEFINED).u64(4 * dimension.length()).array());
      name =
          String.format(
              java.util.Locale.ROOT,
              "This is a netCDF dimension but not a netCDF variable.%10d",
              dimension.length());
    }
    header.attribute(Messages.attribute(Attribute.of("CLASS", "DIMENSION_SCALE")));
    header.attribute(Messages.attribute(Attribute.of("NAME", name)));
    header.attribute(Messages.scalar("_Netcdf4Dimid", scales.number(dimension)));
    coordinate.ifPresent(v -> v.attributes().forEach(a -> header.attribute(Messages.attribute(a))));
    return header.bytes();
  }

  private ObjectHeader dataset(Variable variable, long tree) {
    List<Long> lengths = variable.dimensions().stream().map(Dimension::length).toList();
    List<Long> chunk = new ArrayList<>(lengths);
    chunk.set(0, (long) variable.chunkRows());
    if (chunk.size() > 1) {
      chunk.set(1, (long) variable.chunkColumns());
    }
    int bytes = variable.type().bytes();
    ObjectHeader header = new ObjectHeader();
    header.add(DATASPACE, Messages.dataspace(lengths));
    header.add(DATATYPE, Messages.datatype(variable.type()));
    header.add(FILL, Messages.fill(variable));
    header.add(LAYOUT, Messages.layout(chunk, bytes, tree));
    header.add(FILTERS, Messages.filters(bytes, variable.chunk().level()));
    if (variable.fill().isPresent()) {
      double fill = variable.fill().getAsDouble();
      header.attribute(Messages.attribute(Attribute.of("_FillValue", variable.type(), fill)));
    }
    return header;
  }

  private void dimensionNumbers(ObjectHeader header, Variable variable) {
    List<Integer> numbers = variable.dimensions().stream().map(scales::number).toList();
    header.attribute(Messages.scalar("_Netcdf4Dimid", numbers.getFirst()));
    double[] all = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
    header.attribute(Messages.attribute(Attribute.of("_Netcdf4Coordinates", Type.INT, all)));
  }

  /// One object of eight bytes for each dimension: where its header lies (III.E).
  private byte[] heap() {
    int objects = scales.dimensions().size();
    int used = 16 + 24 * objects;
    int size = Math.max(HEAP_BYTES, used + 16);
    Little heap = new Little().raw(new byte[] {'G', 'C', 'O', 'L'}).u32(1).u64(size);
    for (int i = 0; i < objects; i++) {
      long address = addresses.getOrDefault(scales.dimensions().get(i).name(), 0L);
      heap.u16(i + 1).u16(1).u32(0).u64(8).u64(address);
    }
    heap.u16(0).u16(0).u32(0).u64(size - used);
    return heap.zeros(size - heap.size()).array();
  }

  private byte[] root() {
    List<String> names = new ArrayList<>(scales.variables().stream().map(Variable::name).toList());
    scales.dimensions().stream()
        .map(Dimension::name)
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    ObjectHeader root = new ObjectHeader();
    root.add(LINK_INFO, Messages.linkInfo(names.size()));
    root.add(GROUP_INFO, Messages.groupInfo());
    for (int i = 0; i < names.size(); i++) {
      long address = addresses.getOrDefault(names.get(i), Messages.UNDEFINED);
      root.add(LINK, Messages.link(i, names.get(i), address));
    }
    attributes.forEach(a -> root.attribute(Messages.attribute(a)));
    return root.bytes();
  }
}
