// Bounds that hold for every field of an annotation, found by reflection: what is added to the
// proto later is bounded from its first day.

#include "graph/bounds.h"

#include <fmt/format.h>
#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "graph/assemble.h"
#include "graph/utf8.h"

namespace casus {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::size_t kMaxNameBytes = 1024;
constexpr std::size_t kMaxStringBytes = 64 << 10;

bool is_alias(const FieldDescriptor& field) { return field.name() == "aliases"; }

std::size_t string_limit(const FieldDescriptor& field) {
  const std::string& message = field.containing_type()->name();
  if (message == "Article" && field.name() == "text") return kMaxTextBytes;
  if (is_alias(field)) return kMaxAliasBytes;
  if (message == "Actor" || message == "Place") return kMaxNameBytes;
  return kMaxStringBytes;
}

void check_string(const FieldPath& where, const std::string& text, std::size_t limit,
                  FaultList& faults) {
  if (text.size() > limit) {
    faults.add(FaultKind::size, where,
               fmt::format("has {} bytes; at most {} are taken.", text.size(), limit));
  }
  if (const auto at = find_invalid_utf8(text)) {
    faults.add(FaultKind::encoding, where,
               fmt::format("is not UTF-8 at byte {}; convert it to UTF-8.", *at));
  }
  if (const std::size_t at = text.find('\0'); at != std::string::npos) {
    faults.add(FaultKind::encoding, where, fmt::format("has a NUL at byte {}; text has none.", at));
  }
}

void check_enum(const FieldPath& where, const FieldDescriptor& field, int number,
                FaultList& faults) {
  if (field.enum_type()->FindValueByNumber(number) != nullptr) return;
  faults.add(FaultKind::value, where,
             fmt::format("has the value {}, which {} does not know.", number,
                         field.enum_type()->full_name()));
}

}  // namespace

void check_bounds(const Message& message, const FieldPath& where, FaultList& faults) {
  const Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  std::string scratch;
  for (const FieldDescriptor* field : fields) {
    if (faults.full()) return;
    FieldPath path{&where, field->name()};
    const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    const std::size_t limit = is_alias(*field) ? kMaxAliases : kMaxItems;
    if (static_cast<std::size_t>(size) > limit) {
      faults.add(FaultKind::size, path,
                 fmt::format("has {} items; at most {} are taken.", size, limit));
    }
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
      check_enum(path, *field, reflection.GetEnumValue(message, field), faults);
    }
    const bool is_string = field->cpp_type() == FieldDescriptor::CPPTYPE_STRING;
    const bool is_message = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (!is_string && !is_message) continue;
    for (int i = 0; i < size && !faults.full(); ++i) {
      if (field->is_repeated()) path.index = i;
      if (is_message) {
        check_bounds(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                          : reflection.GetMessage(message, field),
                     path, faults);
      } else {
        check_string(path,
                     field->is_repeated()
                         ? reflection.GetRepeatedStringReference(message, field, i, &scratch)
                         : reflection.GetStringReference(message, field, &scratch),
                     string_limit(*field), faults);
      }
    }
  }
}

}  // namespace casus
