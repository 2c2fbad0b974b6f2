#ifndef CASUS_INTERCHANGE_JSON_OBJECT_H_
#define CASUS_INTERCHANGE_JSON_OBJECT_H_

// Objects of other people's JSON, member by member, with what is empty left out. Private to
// interchange.

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "interchange/json_printer.h"
#include "interchange/markup.h"

namespace casus::interchange {

inline std::string json_text(std::string_view text) {
  std::string json;
  append_json_string(valid_text(text), json);
  return json;
}

class JsonObject {
 public:
  JsonObject& text(std::string_view name, std::string_view value) {
    return value.empty() ? *this : json(name, json_text(value));
  }
  JsonObject& texts(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return *this;
    std::string list;
    for (const std::string& value : values) {
      list += (list.empty() ? "[" : ",") + json_text(value);
    }
    return json(name, list + ']');
  }
  // A number, or JSON that is made already.
  template <typename Value>
  JsonObject& json(std::string_view name, const Value& value) {
    out_ += out_.size() == 1 ? "" : ",";
    fmt::format_to(std::back_inserter(out_), "\"{}\":{}", name, value);
    return *this;
  }
  std::string take() { return std::move(out_) + '}'; }

 private:
  std::string out_ = "{";
};

}  // namespace casus::interchange

#endif  // CASUS_INTERCHANGE_JSON_OBJECT_H_
