#include "storage/origins.h"

#include <algorithm>
#include <utility>

namespace casus::storage {
namespace {

// Whether the row of the origin is free for the article, or already its own.
bool may_have(const EngineSnapshot& snapshot, std::string_view article_key,
              std::string_view origin) {
  if (origin.empty()) return false;
  const std::optional<std::string> holder = snapshot.get(origin_key(origin));
  return !holder || *holder == article_key;
}

}  // namespace

std::optional<IdEntry> article_entry(const EngineSnapshot& snapshot, std::string_view article_key) {
  const std::optional<std::string> value = snapshot.get(id_key(article_key));
  if (!value) return std::nullopt;
  IdEntry entry = decode_id_entry(*value);
  if (entry.kind != v1::NodeKind::article) return std::nullopt;
  return entry;
}

std::vector<Origin> origins_of(const EngineSnapshot& snapshot, std::string_view article_key) {
  const std::optional<IdEntry> entry = article_entry(snapshot, article_key);
  return entry ? entry->origins : std::vector<Origin>();
}

std::optional<Recognised> recognise(const EngineSnapshot& snapshot, std::string_view origin) {
  std::optional<std::string> article = snapshot.get(origin_key(origin));
  if (!article) return std::nullopt;
  const std::vector<Origin> origins = origins_of(snapshot, *article);
  const auto found = std::find_if(origins.begin(), origins.end(),
                                  [&](const Origin& one) { return one.name == origin; });
  if (found == origins.end()) return std::nullopt;
  return Recognised{*std::move(article),
                    found->outdated ? PutOutcome::outdated : PutOutcome::unchanged};
}

std::vector<Origin> first_origins(const EngineSnapshot& snapshot, std::string_view article_key,
                                  std::string_view origin) {
  if (!may_have(snapshot, article_key, origin)) return {};
  return {{std::string(origin), false}};
}

Batch add_origin(const EngineSnapshot& snapshot, std::string_view article_key,
                 const Origin& origin) {
  Batch batch;
  std::optional<IdEntry> entry = article_entry(snapshot, article_key);
  if (!entry || !may_have(snapshot, article_key, origin.name)) return batch;
  std::vector<Origin>& origins = entry->origins;
  if (std::find(origins.begin(), origins.end(), origin) != origins.end()) return batch;
  std::erase_if(origins, [&](const Origin& one) { return one.name == origin.name; });
  if (origins.size() >= kMaxOrigins) {
    batch.erase(origin_key(origins.front().name));
    origins.erase(origins.begin());
  }
  origins.push_back(origin);
  batch.put(id_key(article_key), encode(*entry));
  batch.put(origin_key(origin.name), article_key);
  return batch;
}

}  // namespace casus::storage
