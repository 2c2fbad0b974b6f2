#include "interchange/json_message.h"

#include <fmt/format.h>
#include <google/protobuf/descriptor.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "graph/spelling.h"

namespace casus::interchange {

namespace dom = simdjson::dom;
using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

namespace {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string shown(dom::element element) {
  constexpr std::size_t kMost = 80;
  if (element.is_array() || element.is_object()) return std::string(type_name(element));
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) {
    return fmt::format("'{}'", text.size() <= kMost ? text : "a long string");
  }
  return simdjson::minify(element);
}

class MessageReader {
 public:
  MessageReader(Message& message, FaultList& faults)
      : message_(message),
        reflection_(*message.GetReflection()),
        descriptor_(*message.GetDescriptor()),
        faults_(faults) {}

  void read(dom::object object, const FieldPath& where) {
    std::vector<bool> seen(static_cast<std::size_t>(descriptor_.field_count()));
    for (const dom::key_value_pair pair : object) {
      if (faults_.full()) return;
      FieldPath path{&where, pair.key};
      const FieldDescriptor* field = find(pair.key);
      if (field == nullptr) {
        unknown(path);
        continue;
      }
      path.name = field->name();
      const auto index = static_cast<std::size_t>(field->index());
      if (seen[index]) {
        faults_.add(FaultKind::format, path, "is there twice.");
        continue;
      }
      seen[index] = true;
      if (pair.value.is_null()) continue;
      if (field->is_repeated()) {
        list(*field, pair.value, path);
      } else {
        value(*field, pair.value, path);
      }
    }
  }

 private:
  const FieldDescriptor* find(std::string_view key) const {
    const std::string name(key);
    const FieldDescriptor* field = descriptor_.FindFieldByName(name);
    return field != nullptr ? field : descriptor_.FindFieldByCamelcaseName(name);
  }

  void unknown(const FieldPath& path) {
    std::vector<std::string_view> names;
    for (int i = 0; i < descriptor_.field_count(); ++i) {
      names.push_back(descriptor_.field(i)->name());
    }
    faults_.add(
        FaultKind::format, path,
        fmt::format("is no field of {}{}", descriptor_.name(), expected_one_of(path.name, names)));
  }

  void expected(std::string_view what, dom::element element, const FieldPath& path) {
    faults_.add(FaultKind::format, path,
                fmt::format("expected {}, but it is {}.", what, type_name(element)));
  }

  void list(const FieldDescriptor& field, dom::element element, FieldPath path) {
    dom::array items;
    if (element.get(items) != simdjson::SUCCESS) return expected("an array", element, path);
    path.index = 0;
    for (const dom::element item : items) {
      if (faults_.full()) return;
      value(field, item, path);
      ++path.index;
    }
  }

  void value(const FieldDescriptor& field, dom::element element, const FieldPath& path) {
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return submessage(field, element, path);
      case FieldDescriptor::CPPTYPE_STRING:
        return string(field, element, path);
      case FieldDescriptor::CPPTYPE_ENUM:
        return enumeration(field, element, path);
      case FieldDescriptor::CPPTYPE_BOOL: {
        bool truth = false;
        if (element.get(truth) != simdjson::SUCCESS) {
          return expected("true or false", element, path);
        }
        return store(field, truth, &Reflection::SetBool, &Reflection::AddBool);
      }
      case FieldDescriptor::CPPTYPE_DOUBLE:
      case FieldDescriptor::CPPTYPE_FLOAT: {
        const auto number = real(element);
        if (!number) return expected("a number", element, path);
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
          return store(field, *number, &Reflection::SetDouble, &Reflection::AddDouble);
        }
        return store(field, static_cast<float>(*number), &Reflection::SetFloat,
                     &Reflection::AddFloat);
      }
      case FieldDescriptor::CPPTYPE_UINT32:
        return whole<std::uint32_t>(field, element, path, &Reflection::SetUInt32,
                                    &Reflection::AddUInt32);
      case FieldDescriptor::CPPTYPE_INT32:
        return whole<std::int32_t>(field, element, path, &Reflection::SetInt32,
                                   &Reflection::AddInt32);
      case FieldDescriptor::CPPTYPE_UINT64:
        return whole<std::uint64_t>(field, element, path, &Reflection::SetUInt64,
                                    &Reflection::AddUInt64);
      case FieldDescriptor::CPPTYPE_INT64:
        return whole<std::int64_t>(field, element, path, &Reflection::SetInt64,
                                   &Reflection::AddInt64);
    }
  }

  template <typename Value>
  void store(const FieldDescriptor& field, Value value,
             void (Reflection::*set)(Message*, const FieldDescriptor*, Value) const,
             void (Reflection::*add)(Message*, const FieldDescriptor*, Value) const) {
    (reflection_.*(field.is_repeated() ? add : set))(&message_, &field, value);
  }

  void submessage(const FieldDescriptor& field, dom::element element, const FieldPath& path) {
    // One that cannot be read keeps its place in its list: the items after it keep their numbers.
    Message* const part = field.is_repeated() ? reflection_.AddMessage(&message_, &field)
                                              : reflection_.MutableMessage(&message_, &field);
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) return expected("an object", element, path);
    MessageReader(*part, faults_).read(object, path);
  }

  void string(const FieldDescriptor& field, dom::element element, const FieldPath& path) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) return expected("a string", element, path);
    store<std::string>(field, std::string(text), &Reflection::SetString, &Reflection::AddString);
  }

  void enumeration(const FieldDescriptor& field, dom::element element, const FieldPath& path) {
    const EnumDescriptor& type = *field.enum_type();
    std::string_view name;
    std::int64_t number = 0;
    const google::protobuf::EnumValueDescriptor* known = nullptr;
    if (element.get(name) == simdjson::SUCCESS) {
      known = type.FindValueByName(std::string(name));
    } else if (element.get(number) == simdjson::SUCCESS &&
               number == static_cast<std::int32_t>(number)) {
      known = type.FindValueByNumber(static_cast<int>(number));
    } else {
      return expected("the name of a value", element, path);
    }
    if (known == nullptr) {
      std::vector<std::string_view> names;
      for (int i = 0; i < type.value_count(); ++i) names.push_back(type.value(i)->name());
      faults_.add(FaultKind::value, path,
                  fmt::format("is {}, which is no {}{}", shown(element),
                              type.containing_type() != nullptr ? type.containing_type()->name()
                                                                : type.name(),
                              expected_one_of(name, names)));
      return;
    }
    store(field, known->number(), &Reflection::SetEnumValue, &Reflection::AddEnumValue);
  }

  static std::optional<double> real(dom::element element) {
    double number = 0;
    if (element.get(number) == simdjson::SUCCESS) return number;
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) return std::nullopt;
    return parse_number<double>(text);
  }

  template <typename Number>
  static std::optional<Number> integer(dom::element element) {
    std::int64_t small = 0;
    if (element.get(small) == simdjson::SUCCESS) {
      return std::in_range<Number>(small) ? std::optional(static_cast<Number>(small))
                                          : std::nullopt;
    }
    std::uint64_t large = 0;
    if (element.get(large) == simdjson::SUCCESS) {
      return std::in_range<Number>(large) ? std::optional(static_cast<Number>(large))
                                          : std::nullopt;
    }
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) return parse_number<Number>(text);
    // "3.0" is 3; what doubles cannot count exactly is no number of anything.
    constexpr double kExact = 9007199254740992.0;
    double number = 0;
    if (element.get(number) != simdjson::SUCCESS || std::trunc(number) != number ||
        std::abs(number) > kExact) {
      return std::nullopt;
    }
    const auto exact = static_cast<std::int64_t>(number);
    return std::in_range<Number>(exact) ? std::optional(static_cast<Number>(exact)) : std::nullopt;
  }

  template <typename Number>
  void whole(const FieldDescriptor& field, dom::element element, const FieldPath& path,
             void (Reflection::*set)(Message*, const FieldDescriptor*, Number) const,
             void (Reflection::*add)(Message*, const FieldDescriptor*, Number) const) {
    if (const auto number = integer<Number>(element)) return store(field, *number, set, add);
    faults_.add(
        FaultKind::format, path,
        fmt::format("is {}; expected a whole number from {} to {}.", shown(element),
                    std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max()));
  }

  Message& message_;
  const Reflection& reflection_;
  const Descriptor& descriptor_;
  FaultList& faults_;
};

}  // namespace

std::string_view type_name(dom::element element) {
  switch (element.type()) {
    case dom::element_type::ARRAY:
      return "an array";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return "a number";
    case dom::element_type::STRING:
      return "a string";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
  }
  return "of no known type";
}

void read_message(dom::object object, Message& message, const FieldPath& where, FaultList& faults) {
  MessageReader(message, faults).read(object, where);
}

}  // namespace casus::interchange
