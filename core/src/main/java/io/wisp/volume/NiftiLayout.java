package io.wisp.volume;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Where the fields lie in the two versions of the header; reads and writes them one by one. */
enum NiftiLayout {
  NIFTI_1(70, 40, 76, 108, 112, 252, 254, 256, 268, 280, 123, 344, 148) {
    @Override
    long dim(ByteBuffer header, int index) {
      return header.getShort(dim + 2 * index);
    }

    @Override
    void putDim(ByteBuffer header, int index, long value) {
      header.putShort(dim + 2 * index, (short) value);
    }

    @Override
    double real(ByteBuffer header, int at, int index) {
      return header.getFloat(at + 4 * index);
    }

    @Override
    void putReal(ByteBuffer header, int at, int index, double value) {
      header.putFloat(at + 4 * index, (float) value);
    }

    @Override
    int formCode(ByteBuffer header, int at) {
      return header.getShort(at);
    }

    @Override
    void putFormCode(ByteBuffer header, int at, int value) {
      header.putShort(at, (short) value);
    }

    @Override
    int units(ByteBuffer header) {
      return header.get(units) & 0xFF;
    }

    @Override
    void putUnits(ByteBuffer header, int value) {
      header.put(units, (byte) value);
    }

    @Override
    double dataOffset(ByteBuffer header) {
      return header.getFloat(dataOffset);
    }

    @Override
    void putDataOffset(ByteBuffer header, int value) {
      header.putFloat(dataOffset, value);
    }
  },

  NIFTI_2(12, 16, 104, 168, 176, 344, 348, 352, 376, 400, 500, 4, 240) {
    @Override
    long dim(ByteBuffer header, int index) {
      return header.getLong(dim + 8 * index);
    }

    @Override
    void putDim(ByteBuffer header, int index, long value) {
      header.putLong(dim + 8 * index, value);
    }

    @Override
    double real(ByteBuffer header, int at, int index) {
      return header.getDouble(at + 8 * index);
    }

    @Override
    void putReal(ByteBuffer header, int at, int index, double value) {
      header.putDouble(at + 8 * index, value);
    }

    @Override
    int formCode(ByteBuffer header, int at) {
      return header.getInt(at);
    }

    @Override
    void putFormCode(ByteBuffer header, int at, int value) {
      header.putInt(at, value);
    }

    @Override
    int units(ByteBuffer header) {
      return header.getInt(units);
    }

    @Override
    void putUnits(ByteBuffer header, int value) {
      header.putInt(units, value);
    }

    @Override
    double dataOffset(ByteBuffer header) {
      return header.getLong(dataOffset);
    }

    @Override
    void putDataOffset(ByteBuffer header, int value) {
      header.putLong(dataOffset, value);
    }
  };

  final int type;
  final int dim;
  final int pixdim;
  final int dataOffset;
  final int scaling;
  final int qformCode;
  final int sformCode;
  final int quaternion;
  final int offset;
  final int srow;
  final int units;
  final int magic;
  final int description;

  NiftiLayout(
      int type,
      int dim,
      int pixdim,
      int dataOffset,
      int scaling,
      int qformCode,
      int sformCode,
      int quaternion,
      int offset,
      int srow,
      int units,
      int magic,
      int description) {
    this.type = type;
    this.dim = dim;
    this.pixdim = pixdim;
    this.dataOffset = dataOffset;
    this.scaling = scaling;
    this.qformCode = qformCode;
    this.sformCode = sformCode;
    this.quaternion = quaternion;
    this.offset = offset;
    this.srow = srow;
    this.units = units;
    this.magic = magic;
    this.description = description;
  }

  static NiftiLayout of(int version) {
    return version == 1 ? NIFTI_1 : NIFTI_2;
  }

  abstract long dim(ByteBuffer header, int index);

  abstract void putDim(ByteBuffer header, int index, long value);

  abstract double real(ByteBuffer header, int at, int index);

  abstract void putReal(ByteBuffer header, int at, int index, double value);

  abstract int formCode(ByteBuffer header, int at);

  abstract void putFormCode(ByteBuffer header, int at, int value);

  abstract int units(ByteBuffer header);

  abstract void putUnits(ByteBuffer header, int value);

  abstract double dataOffset(ByteBuffer header);

  abstract void putDataOffset(ByteBuffer header, int value);

  List<Double> reals(ByteBuffer header, int at, int count) {
    return IntStream.range(0, count).mapToObj(i -> real(header, at, i)).toList();
  }

  void putReals(ByteBuffer header, int at, List<Double> values) {
    for (int i = 0; i < values.size(); i++) {
      putReal(header, at, i, values.get(i));
    }
  }
}
