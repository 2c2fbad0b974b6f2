#include "interchange/json_printer.h"

#include <google/protobuf/descriptor.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::interchange {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

namespace {

// What is escaped beyond ASCII: controls, and characters that are not seen or turn the line round.
constexpr std::array<std::pair<char32_t, char32_t>, 14> kUnseen = {{{0x7F, 0x9F},
                                                                    {0xAD, 0xAD},
                                                                    {0x600, 0x603},
                                                                    {0x6DD, 0x6DD},
                                                                    {0x70F, 0x70F},
                                                                    {0x17B4, 0x17B5},
                                                                    {0x200B, 0x200F},
                                                                    {0x2028, 0x202E},
                                                                    {0x2060, 0x2064},
                                                                    {0x206A, 0x206F},
                                                                    {0xFEFF, 0xFEFF},
                                                                    {0xFFF9, 0xFFFB},
                                                                    {0x1D173, 0x1D17A},
                                                                    {0xE0001, 0xE007F}}};

bool is_unseen(char32_t c) {
  if (c > 0xE0001 && c < 0xE0020) return false;
  const auto* range = std::find_if(kUnseen.begin(), kUnseen.end(),
                                   [c](const auto& unseen) { return c <= unseen.second; });
  return range != kUnseen.end() && c >= range->first;
}

bool is_plain(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<' && c != '>';
}

void append_unit(std::uint32_t unit, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[unit >> shift & 0xFU];
}

void append_escaped(char32_t c, std::string& out) {
  if (c < 0x10000) return append_unit(c, out);
  append_unit(0xD800 + ((c - 0x10000) >> 10U), out);
  append_unit(0xDC00 + ((c - 0x10000) & 0x3FFU), out);
}

void append_special(char c, std::string& out) {
  switch (c) {
    case '"':
    case '\\':
      (out += '\\') += c;
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      append_escaped(static_cast<unsigned char>(c), out);
  }
}

// Bytes of the character that `lead` begins, at least 1.
std::size_t length_of(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

char32_t decoded(std::string_view character) {
  char32_t c = static_cast<unsigned char>(character.front()) & (0xFFU >> (character.size() + 1));
  for (const char byte : character.substr(1)) {
    c = c << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return c;
}

template <typename Whole>
void append_whole(Whole number, std::string& out) {
  std::array<char, 24> digits{};
  out.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

// With so few digits that most numbers look as they were written, or else so many that the same
// number is read again.
template <typename Real>
void append_real(Real number, std::string& out) {
  if (!std::isfinite(number)) {
    out += std::isnan(number) ? "\"NaN\"" : number < 0 ? "\"-Infinity\"" : "\"Infinity\"";
    return;
  }
  constexpr int kFew = std::numeric_limits<Real>::digits10;
  std::array<char, 40> digits{};
  const auto print = [&](int precision) {
    return std::to_chars(digits.begin(), digits.end(), number, std::chars_format::general,
                         precision)
        .ptr;
  };
  const char* end = print(kFew);
  Real read{};
  std::from_chars(digits.data(), end, read);
  if (read != number) end = print(std::numeric_limits<Real>::max_digits10);
  out.append(static_cast<const char*>(digits.data()), end);
}

bool is_optional(const FieldDescriptor& field) {
  return field.containing_oneof() != nullptr &&
         field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE;
}

class Printer {
 public:
  Printer(const Message& message, std::string& out)
      : message_(message), reflection_(*message.GetReflection()), out_(out) {}

  // Optional fields come after all others, as far as they are there.
  void print() {
    const auto& descriptor = *message_.GetDescriptor();
    out_ += '{';
    for (int i = 0; i < descriptor.field_count(); ++i) {
      const FieldDescriptor& field = *descriptor.field(i);
      if (is_optional(field)) continue;
      if (!field.has_presence() || reflection_.HasField(message_, &field)) member(field);
    }
    if (descriptor.oneof_decl_count() > 0) {
      std::vector<const FieldDescriptor*> present;  // by number
      reflection_.ListFields(message_, &present);
      for (const FieldDescriptor* field : present) {
        if (is_optional(*field)) member(*field);
      }
    }
    out_ += '}';
  }

 private:
  void member(const FieldDescriptor& field) {
    if (out_.back() != '{') out_ += ',';
    (out_ += '"').append(field.name()) += "\":";
    if (field.is_repeated()) {
      list(field);
    } else {
      value(field, -1);
    }
  }

  void list(const FieldDescriptor& field) {
    out_ += '[';
    for (int i = 0; i < reflection_.FieldSize(message_, &field); ++i) {
      if (i > 0) out_ += ',';
      value(field, i);
    }
    out_ += ']';
  }

  // `at`: the item of a list, or -1.
  void value(const FieldDescriptor& field, int at) {
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return append_json(at < 0 ? reflection_.GetMessage(message_, &field)
                                  : reflection_.GetRepeatedMessage(message_, &field, at),
                           out_);
      case FieldDescriptor::CPPTYPE_STRING: {
        std::string scratch;
        return append_json_string(
            at < 0 ? reflection_.GetStringReference(message_, &field, &scratch)
                   : reflection_.GetRepeatedStringReference(message_, &field, at, &scratch),
            out_);
      }
      case FieldDescriptor::CPPTYPE_ENUM:
        return enumeration(
            field, get(field, at, &Reflection::GetEnumValue, &Reflection::GetRepeatedEnumValue));
      case FieldDescriptor::CPPTYPE_BOOL:
        out_ +=
            get(field, at, &Reflection::GetBool, &Reflection::GetRepeatedBool) ? "true" : "false";
        return;
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return append_real(get(field, at, &Reflection::GetDouble, &Reflection::GetRepeatedDouble),
                           out_);
      case FieldDescriptor::CPPTYPE_FLOAT:
        return append_real(get(field, at, &Reflection::GetFloat, &Reflection::GetRepeatedFloat),
                           out_);
      case FieldDescriptor::CPPTYPE_UINT32:
        return append_whole(get(field, at, &Reflection::GetUInt32, &Reflection::GetRepeatedUInt32),
                            out_);
      case FieldDescriptor::CPPTYPE_INT32:
        return append_whole(get(field, at, &Reflection::GetInt32, &Reflection::GetRepeatedInt32),
                            out_);
      case FieldDescriptor::CPPTYPE_UINT64:
        return quoted(get(field, at, &Reflection::GetUInt64, &Reflection::GetRepeatedUInt64));
      case FieldDescriptor::CPPTYPE_INT64:
        return quoted(get(field, at, &Reflection::GetInt64, &Reflection::GetRepeatedInt64));
    }
  }

  template <typename Value>
  Value get(const FieldDescriptor& field, int at,
            Value (Reflection::*single)(const Message&, const FieldDescriptor*) const,
            Value (Reflection::*repeated)(const Message&, const FieldDescriptor*, int)
                const) const {
    return at < 0 ? (reflection_.*single)(message_, &field)
                  : (reflection_.*repeated)(message_, &field, at);
  }

  void enumeration(const FieldDescriptor& field, int number) {
    const auto* known = field.enum_type()->FindValueByNumber(number);
    if (known == nullptr) return append_whole(number, out_);
    (out_ += '"').append(known->name()) += '"';
  }

  // A reader in JavaScript has no whole numbers of 64 bits.
  template <typename Whole>
  void quoted(Whole number) {
    out_ += '"';
    append_whole(number, out_);
    out_ += '"';
  }

  const Message& message_;
  const Reflection& reflection_;
  std::string& out_;
};

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  while (!text.empty()) {
    const auto plain = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t length = std::min(length_of(text.front()), text.size());
    if (length == 1) {
      append_special(text.front(), out);
    } else if (const char32_t c = decoded(text.substr(0, length)); is_unseen(c)) {
      append_escaped(c, out);
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  out += '"';
}

void append_json(const Message& message, std::string& out) { Printer(message, out).print(); }

}  // namespace casus::interchange
