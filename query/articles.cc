#include "query/articles.h"

#include <algorithm>

namespace casus::query {

void Articles::add(const std::string& key) {
  if (!keys_.insert(key).second) return;
  const auto node = snapshot_.node(key);
  if (!node) return;
  const auto& article = node->article();
  ids_.emplace(article.published().empty(), article.published(), article.id());
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
