"""The messages of casus in Python, made of its published .proto files when a program starts.

Needs protoc and the protobuf runtime: Debian's protobuf-compiler and python3-protobuf.
"""

import importlib
import pathlib
import subprocess
import sys
import tempfile

PROTO_DIR = pathlib.Path(__file__).resolve().parents[2] / "proto"


def load(name, proto_dir=PROTO_DIR):
    """The module of casus/v1/NAME.proto, with what it imports."""
    with tempfile.TemporaryDirectory() as out:
        files = sorted(str(path) for path in pathlib.Path(proto_dir).glob("casus/v1/*.proto"))
        subprocess.run(["protoc", f"-I{proto_dir}", f"--python_out={out}", *files], check=True)
        sys.path.insert(0, out)
        try:
            return importlib.import_module(f"casus.v1.{name}_pb2")
        finally:
            sys.path.remove(out)


def write_frame(message, stream):
    """One length-delimited frame: the length as a varint, then the message."""
    data = message.SerializeToString(deterministic=True)
    size = len(data)
    while size > 0x7F:
        stream.write(bytes([size & 0x7F | 0x80]))
        size >>= 7
    stream.write(bytes([size]))
    stream.write(data)


def read_frames(message_type, stream):
    """The messages of a stream of length-delimited frames, one after the other."""
    while True:
        size, shift = 0, 0
        while True:
            byte = stream.read(1)
            if not byte:
                if shift == 0:
                    return
                raise EOFError("the stream ends within a length")
            size |= (byte[0] & 0x7F) << shift
            shift += 7
            if byte[0] < 0x80:
                break
        data = stream.read(size)
        if len(data) < size:
            raise EOFError("the stream ends within a message")
        yield message_type.FromString(data)
