#include "query/articles.h"

#include <algorithm>

namespace casus::query {

void Articles::add(const std::string& key) {
  if (!keys_.insert(key).second) return;
  const v1::Quote& source = sources_.source(key);
  if (source.article().empty()) return;
  ids_.emplace(source.published().empty(), source.published(), source.article());
}

void Articles::put_ids(google::protobuf::RepeatedPtrField<std::string>& to) const {
  for (const auto& [undated, published, id] : ids_) *to.Add() = id;
}

std::string Articles::first() const { return ids_.empty() ? "" : std::get<1>(*ids_.begin()); }

std::string Articles::last() const {
  const auto dated = std::find_if(ids_.rbegin(), ids_.rend(),
                                  [](const auto& entry) { return !std::get<0>(entry); });
  return dated == ids_.rend() ? "" : std::get<1>(*dated);
}

}  // namespace casus::query
