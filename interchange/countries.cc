#include "interchange/countries.h"

#include <unicode/locid.h>

#include <map>

namespace casus::interchange {

std::string_view alpha2(std::string_view alpha3) {
  static const std::map<std::string_view, std::string_view> countries = [] {
    std::map<std::string_view, std::string_view> found;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      found.emplace(icu::Locale("", *code).getISO3Country(), *code);
    }
    found.emplace("XKX", "XK");  // ICU's Kosovo is XKK
    return found;
  }();
  const auto at = countries.find(alpha3);
  return at == countries.end() ? std::string_view() : at->second;
}

}  // namespace casus::interchange
