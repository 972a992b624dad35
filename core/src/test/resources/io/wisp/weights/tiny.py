"""Writes tiny.pt as torch.save writes a state dict, with the pickle of the standard library only."""
import collections, io, pickle, struct, sys, types, zipfile


def module(name, **members):
    made = types.ModuleType(name)
    for key, value in members.items():
        if isinstance(value, type) or callable(value):
            value.__module__, value.__qualname__ = name, key
        setattr(made, key, value)
    sys.modules[name] = made


def rebuild(*arguments):
    raise NotImplementedError


NAMES = dict(d="Double", f="Float", e="Half", q="Long", i="Int", h="Short", b="Char", B="Byte")
STORAGES = {code: type(name + "Storage", (), {}) for code, name in NAMES.items()}
module("torch", **{kind.__name__: kind for kind in STORAGES.values()})
module("torch._utils", _rebuild_tensor_v2=rebuild)


class Storage:
    def __init__(self, key, code, values):
        self.key, self.code, self.values = key, code, values


class Tensor:
    def __init__(self, storage, offset, shape, strides):
        self.arguments = (storage, offset, shape, strides, False, collections.OrderedDict())

    def __reduce_ex__(self, protocol):
        return rebuild, self.arguments


class TorchPickler(pickle._Pickler):
    def persistent_id(self, thing):
        if isinstance(thing, Storage):
            return "storage", STORAGES[thing.code], thing.key, "cpu", len(thing.values)


storages = [
    Storage("0", "f", [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]),
    Storage("1", "q", [1 << 40]),
    Storage("2", "e", [1.0, -2.0]),
    Storage("3", "B", [0, 127, 255]),
]
state = collections.OrderedDict()
state["conv.weight"] = Tensor(storages[0], 0, (2, 3), (3, 1))
state["conv.transposed"] = Tensor(storages[0], 0, (3, 2), (1, 3))
state["conv.tail"] = Tensor(storages[0], 4, (2,), (1,))
state["norm.num_batches_tracked"] = Tensor(storages[1], 0, (), ())
state["half"] = Tensor(storages[2], 0, (2,), (1,))
state["bytes"] = Tensor(storages[3], 0, (3,), (1,))
state._metadata = collections.OrderedDict({"": {"version": 1}, "conv": {"version": 1}})

with zipfile.ZipFile("tiny.pt", "w", zipfile.ZIP_STORED) as archive:

    def put(name, data):
        archive.writestr(zipfile.ZipInfo("tiny/" + name, (1980, 1, 1, 0, 0, 0)), data)

    table = io.BytesIO()
    TorchPickler(table, protocol=2).dump(state)
    put("data.pkl", table.getvalue())
    put("byteorder", "little")
    for storage in storages:
        put("data/" + storage.key, struct.pack(f"<{len(storage.values)}{storage.code}", *storage.values))
    put("version", "3\n")
