#include "graph/same_as.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/identity.pb.h"
#include "graph/agreement.h"
#include "graph/same_event.h"

namespace casus {
namespace {

std::optional<Link> same_claim(const v1::ClaimIdentity& a, const v1::ClaimIdentity& b) {
  if (a.subject() != b.subject() || a.voice() != b.voice() || a.polarity() != b.polarity())
    return {};
  const bool about_nobody = a.subject().empty();
  if (about_nobody && a.voice().empty()) return {};
  const int words = shared(a.words(), b.words());
  const double likeness = overlap(a.words(), b.words());
  const bool same_predicate = !a.predicate().empty() && a.predicate() == b.predicate();

  if (!same_predicate || a.object() != b.object()) return {};
  if (a.has_event() && b.has_event() && contradict(a.event(), b.event())) return {};
  // A claim about one event is that claim while the event is news.
  const bool about_event = a.has_event() || b.has_event();
  if ((about_event || about_nobody) && (a.published() == 0 || b.published() == 0 ||
                                        std::abs(a.published() - b.published()) > kNewsDays)) {
    return {};
  }
  const bool alike = about_nobody         ? words >= 2 && likeness >= 0.6
                     : a.object().empty() ? words >= 2 && likeness >= 0.5
                                          : words >= 1 && likeness >= 0.3;
  if (!alike) return {};
  Agreement agreement;
  agreement.add(0.3, about_nobody ? "speaker" : "subject");
  agreement.add(0.2, "predicate");
  if (!a.object().empty()) agreement.add(0.2, "object");
  agreement.add(0.3 * likeness, "words");
  return agreement.link();
}

v1::Identity parse(const Fingerprint& fingerprint) {
  v1::Identity identity;
  identity.ParseFromString(fingerprint.data);
  return identity;
}

}  // namespace

Filing filing(const Fingerprint& fingerprint) {
  v1::Identity identity = parse(fingerprint);
  Filing filing{fingerprint.data, {}, {}, false};
  if (identity.has_event() && identity.event().modality() == v1::Modality::actual) {
    filing.blocks = event_blocks(identity.event());
  }
  const v1::ClaimIdentity& of = identity.claim();
  if (identity.has_claim() && !(of.subject().empty() && of.voice().empty())) {
    v1::ClaimIdentity& claim = *identity.mutable_claim();
    const bool is_news = claim.has_event() || claim.subject().empty();
    if (is_news && claim.published() != 0) filing.news = Day{claim.published()};
    if (!claim.predicate().empty() && is_news == filing.news.known()) {
      filing.blocks.push_back({fmt::format("claim|{}{}|{}|{}", claim.subject(), claim.voice(),
                                           claim.predicate(), claim.object()),
                               filing.news});
    }
    if (!is_news) {
      filing.any_day = true;
      claim.clear_published();
      filing.group = identity.SerializeAsString();
    }
  }
  return filing;
}

Comparable::Comparable(const Fingerprint& fingerprint)
    : article(fingerprint.article),
      identity(std::make_shared<const v1::Identity>(parse(fingerprint))) {}

std::optional<Link> same_as(const Comparable& a, const Comparable& b) {
  if (a.article == b.article) return std::nullopt;
  const v1::Identity& left = *a.identity;
  const v1::Identity& right = *b.identity;
  if (left.has_event() && right.has_event()) {
    if (left.event().modality() != v1::Modality::actual) return std::nullopt;
    return same_event(left.event(), right.event());
  }
  if (left.has_claim() && right.has_claim()) return same_claim(left.claim(), right.claim());
  return std::nullopt;
}

std::optional<Link> same_as(const Fingerprint& a, const Fingerprint& b) {
  return same_as(Comparable(a), Comparable(b));
}

}  // namespace casus
