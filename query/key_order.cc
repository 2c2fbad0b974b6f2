#include "query/key_order.h"

#include <tuple>
#include <utility>

namespace casus::query {
namespace {

// What stands before the number at the end of a local key, and the number; none that begins with 0.
std::pair<std::string_view, std::string_view> numbered(std::string_view local) {
  const std::size_t last = local.find_last_not_of("0123456789");
  std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  while (begin < local.size() && local[begin] == '0') ++begin;
  return {local.substr(0, begin), local.substr(begin)};
}

}  // namespace

bool key_before(std::string_view a, std::string_view b) {
  const std::size_t slash = a.find('/');
  const std::string_view scope = a.substr(0, slash);
  if (slash == std::string_view::npos || scope != b.substr(0, b.find('/'))) return a < b;
  const auto [letters_a, number_a] = numbered(a.substr(slash));
  const auto [letters_b, number_b] = numbered(b.substr(slash));
  if (letters_a != letters_b) return a < b;
  // Numbers without leading zeros: the shorter is the smaller.
  if (number_a.size() != number_b.size()) return number_a.size() < number_b.size();
  return number_a < number_b;
}

bool reported_before(const v1::Node& a, const v1::Node& b) {
  const auto order = [](const v1::Node& node) {
    return std::tuple(node.published().empty(), std::string_view(node.published()),
                      std::string_view(node.key()));
  };
  return order(a) < order(b);
}

}  // namespace casus::query
