// Length-delimited annotations, as protobuf's own delimited helpers write them. Read by hand
// because those helpers neither bound a frame nor go on after a bad one.

#include <fmt/format.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/message.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/unknown_field_set.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "interchange/sources.h"

namespace casus::interchange {
namespace {

using google::protobuf::io::CodedInputStream;

constexpr std::size_t kMostUnknown = 100;

// A ByteSource as protobuf takes it. Its failure is kept: exceptions do not go through protobuf.
class Copying : public google::protobuf::io::CopyingInputStream {
 public:
  explicit Copying(ByteSource& in) : in_(in) {}

  int Read(void* buffer, int size) override {
    try {
      return static_cast<int>(in_.read(static_cast<char*>(buffer), static_cast<std::size_t>(size)));
    } catch (const ReadFailure& error) {
      failure_ = error;
      return -1;
    }
  }

  void check() const {
    if (failure_) throw ReadFailure(*failure_);
  }

 private:
  ByteSource& in_;
  std::optional<ReadFailure> failure_;
};

bool skip(CodedInputStream& in, std::uint64_t bytes) {
  while (bytes > 0) {
    const auto step = std::min<std::uint64_t>(bytes, 1 << 30);
    if (!in.Skip(static_cast<int>(step))) return false;
    bytes -= step;
  }
  return true;
}

bool parse(const std::string& bytes, v1::ArticleAnnotation& annotation) {
  const google::protobuf::LogSilencer silence;  // the library never prints
  return annotation.ParseFromString(bytes);
}

// Fields that a newer version wrote.
void find_unknown(const google::protobuf::Message& message, const FieldPath& where,
                  FaultList& faults) {
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  const google::protobuf::UnknownFieldSet& unknown = reflection.GetUnknownFields(message);
  for (int i = 0; i < unknown.field_count(); ++i) {
    faults.add(FaultKind::unread, where,
               fmt::format("has a field {} that is not known here; it is left out.",
                           unknown.field(i).number()));
  }
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const google::protobuf::FieldDescriptor* field : fields) {
    if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) continue;
    FieldPath path{&where, field->name()};
    if (!field->is_repeated()) {
      find_unknown(reflection.GetMessage(message, field), path, faults);
      continue;
    }
    const int size = reflection.FieldSize(message, field);
    for (path.index = 0; path.index < size && !faults.full(); ++path.index) {
      find_unknown(reflection.GetRepeatedMessage(message, field, path.index), path, faults);
    }
  }
}

bool at_end(google::protobuf::io::ZeroCopyInputStream& in) {
  const void* data = nullptr;
  int size = 0;
  while (in.Next(&data, &size)) {
    if (size == 0) continue;
    in.BackUp(size);
    return false;
  }
  return true;
}

}  // namespace

void read_frames(ByteSource& bytes_in, const Source& source, const ReadLimits& limits,
                 const ReadCallbacks& callbacks) {
  Copying copying(bytes_in);
  google::protobuf::io::CopyingInputStreamAdaptor in(&copying);
  std::uint64_t number = 0;
  std::int64_t begin = 0;
  const auto where = [&] { return fmt::format("frame {} at byte {}", number, begin); };
  const auto report = [&](std::string_view what) {
    callbacks.on_error(ReadError(source.name, where(), std::string(what)));
  };
  std::string bytes;
  std::string id;
  while (!at_end(in)) {
    ++number;
    begin = in.ByteCount();
    v1::ArticleAnnotation annotation;
    {
      // One for each frame: a CodedInputStream counts in 31 bits.
      CodedInputStream coded(&in);
      std::uint64_t size = 0;
      if (!coded.ReadVarint64(&size)) {
        copying.check();
        report("does not begin with a length; expected length-delimited ArticleAnnotations.");
        return;
      }
      if (size > limits.record_bytes) {
        report(fmt::format("says that it has {} bytes; at most {} are taken.", size,
                           limits.record_bytes));
        if (skip(coded, size)) continue;
        copying.check();
        return;
      }
      if (!coded.ReadString(&bytes, static_cast<int>(size))) {
        copying.check();
        report(fmt::format("is cut off: {} bytes were announced, and the file ends.", size));
        return;
      }
    }
    id = fmt::format("{}#{}", source.id, number);
    if (is_known({"frame", bytes, id}, callbacks)) continue;
    if (!parse(bytes, annotation)) {
      report("is no ArticleAnnotation, or holds text that is not UTF-8.");
      continue;
    }
    FaultList unknown(kMostUnknown);
    if (callbacks.on_annotation_record) find_unknown(annotation, {}, unknown);
    // As if it had been written by this version, so that JSON and protobuf say the same.
    annotation.DiscardUnknownFields();
    hand_on({source.name, where(), std::move(annotation), std::move(unknown).take()}, id,
            callbacks);
  }
  copying.check();
  if (number == 0) {
    callbacks.on_error(
        ReadError(source.name, {}, "is empty; expected length-delimited ArticleAnnotations."));
  }
}

}  // namespace casus::interchange
