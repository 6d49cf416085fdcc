"""Writes the HDF5 files that Hdf5FilesTest reads: python3 make-samples.py, with h5py and NumPy.

All arrays that are numbers and whole have the shape (5, 3, 2) and hold 0, 0.5, 1, ... in C order.
"""
import struct

import h5py
import numpy

values = numpy.arange(30).reshape(5, 3, 2) / 2


def add(file, name, dtype, **options):
    return file.create_dataset(name, data=values.astype(dtype), **options)


with h5py.File("samples.h5", "w") as file:
    add(file, "group/contiguous", "<f4")
    add(file, "gzip", "<f8", chunks=(2, 2, 2), compression="gzip", shuffle=True)
    add(file, "checked", "<f8", chunks=(5, 3, 1), fletcher32=True)
    add(file, "lzf", "<f4", chunks=(3, 3, 2), compression="lzf")
    add(file, "big", ">f8")
    add(file, "big-gzip", ">f4", chunks=(1, 3, 2), compression="gzip")
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple(values.shape)
    dataset = h5py.h5d.create(file.id, b"compact", h5py.h5t.IEEE_F32BE, space, properties)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, values)
    # Compressed by hand, as a run of literals, since h5py comes without LZ4.
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_chunk(values.shape)
    properties.set_filter(32004, h5py.h5z.FLAG_OPTIONAL, ())
    dataset = h5py.h5d.create(file.id, b"lz4", h5py.h5t.IEEE_F32LE, space, properties)
    literals = values.astype("<f4").tobytes()
    block = bytes([0xF0, len(literals) - 15]) + literals
    dataset.write_direct_chunk((0, 0, 0), struct.pack(">QII", len(literals), len(literals), len(block)) + block)
    file["link"] = h5py.SoftLink("/group/contiguous")
    file["group/circle"] = file["/"]

    add(file, "wrong/integers", "<i8")
    add(file, "wrong/half", "<f2")
    add(file, "wrong/complex", "<c8")
    file["wrong/text"] = "text"
    file["wrong/number"] = 1.5
    file.create_dataset("wrong/none", shape=(0, 3), dtype="<f4")
    file.create_dataset("wrong/unwritten", shape=(5, 3), dtype="<f4")
    partly = file.create_dataset("wrong/partly", shape=(5, 3, 2), dtype="<f4", chunks=(2, 3, 2), fillvalue=7)
    partly[:4] = values[:4]
    partly = file.create_dataset("zeros", shape=(5, 3, 2), dtype="<f4", chunks=(2, 3, 2))
    partly[:2] = values[:2]

# The newest version of the format has other tables of chunks.
with h5py.File("newest.h5", "w", libver="latest") as file:
    add(file, "y", "<f4", maxshape=(None, 3, 2), chunks=(2, 3, 2), compression="gzip")

# A block of the user's own before the start, as MATLAB has it.
with h5py.File("shifted.h5", "w", userblock_size=512) as file:
    add(file, "y", "<f8")
