#include "graph/keys.h"

#include <xxhash.h>

#include <array>
#include <memory>

#include "graph/error.h"
#include "graph/names.h"
#include "graph/utf8.h"

namespace casus {
namespace {

constexpr std::size_t kArticleDigits = 20;
constexpr std::size_t kSlugBytes = 160;  // keeps keys far below what a store takes

std::string hex(XXH128_hash_t hash) {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  std::string text;
  text.reserve(2 * sizeof bytes.digest);
  for (const unsigned char byte : bytes.digest) {
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

std::string digits_of(std::string_view bytes) {
  return hex(XXH3_128bits(bytes.data(), bytes.size())).substr(0, kArticleDigits);
}

// A slug that is never empty and never long: what a slug cannot tell apart, the digits do.
std::string bounded_slug(std::string_view name) {
  std::string out = slug(name);
  if (out.empty()) return "x-" + digits_of(name);
  if (out.size() <= kSlugBytes) return out;
  return std::string(utf8_head(out, kSlugBytes)) + "-" + digits_of(out);
}

std::string scoped(std::string_view prefix, std::string_view article_key, std::string_view local) {
  const std::size_t colon = article_key.find(':');
  std::string key(prefix);
  key += article_key.substr(colon == std::string_view::npos ? 0 : colon + 1);
  key += '/';
  key += local;
  return key;
}

std::string or_dash(std::string_view text) { return std::string(text.empty() ? "-" : text); }

}  // namespace

std::string article_key(std::string_view article_id) { return "article:" + digits_of(article_id); }

std::string event_key(std::string_view article_key, std::string_view local) {
  return scoped("event:", article_key, local);
}
std::string statement_key(std::string_view article_key, std::string_view local) {
  return scoped("statement:", article_key, local);
}
std::string claim_key(std::string_view article_key, std::string_view local) {
  return scoped("claim:", article_key, local);
}

std::string article_of_item(std::string_view key) {
  const v1::NodeKind::Value kind = kind_of_key(key);
  if (kind != v1::NodeKind::event && kind != v1::NodeKind::statement &&
      kind != v1::NodeKind::claim) {
    return {};
  }
  const std::string_view rest = key.substr(key.find(':') + 1);
  const bool scoped = rest.size() > kArticleDigits + 1 && rest[kArticleDigits] == '/' &&
                      rest.find_first_not_of("0123456789abcdef") == kArticleDigits;
  return scoped ? "article:" + std::string(rest.substr(0, kArticleDigits)) : std::string();
}

std::string lexicon_actor_key(std::string_view entry_id) {
  return "actor:" + std::string(entry_id);
}

std::string named_actor_key(v1::ActorKind::Value kind, std::string_view country,
                            std::string_view name) {
  return "actor:" + v1::ActorKind::Value_Name(kind) + ":" + or_dash(country) + ":" +
         bounded_slug(name);
}

std::string country_place_key(std::string_view iso3) { return "place:" + std::string(iso3); }

std::string named_place_key(std::string_view country, std::string_view name) {
  return "place:" + or_dash(country) + ":" + bounded_slug(name);
}

v1::NodeKind::Value kind_of_key(std::string_view key) {
  struct Prefix {
    std::string_view text;
    v1::NodeKind::Value kind;
  };
  static constexpr std::array<Prefix, 6> kPrefixes = {{{"article:", v1::NodeKind::article},
                                                       {"actor:", v1::NodeKind::actor},
                                                       {"place:", v1::NodeKind::place},
                                                       {"event:", v1::NodeKind::event},
                                                       {"statement:", v1::NodeKind::statement},
                                                       {"claim:", v1::NodeKind::claim}}};
  for (const Prefix& prefix : kPrefixes) {
    if (key.size() > prefix.text.size() && key.starts_with(prefix.text)) return prefix.kind;
  }
  return v1::NodeKind::unspecified;
}

std::string content_hash(const v1::Article& article) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  if (state == nullptr) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  // Each field with its length before it, so that none can run into the next.
  const auto add = [&state](const std::string& field) {
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
      length[i] = static_cast<unsigned char>(field.size() >> (8 * i));
    }
    XXH3_128bits_update(state.get(), length.data(), length.size());
    XXH3_128bits_update(state.get(), field.data(), field.size());
  };
  for (const std::string* field :
       {&article.id(), &article.url(), &article.title(), &article.outlet(), &article.published(),
        &article.language(), &article.text()}) {
    add(*field);
  }
  // Left out where it is empty: stores hold hashes from before there was such a field.
  if (!article.updated().empty()) add(article.updated());
  if (!article.dataset().empty()) add("dataset " + article.dataset());
  return hex(XXH3_128bits_digest(state.get()));
}

}  // namespace casus
