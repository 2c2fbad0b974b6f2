// From the nodes of an article to what the rule for SAME_AS compares.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casus/v1/identity.pb.h"
#include "graph/assemble.h"
#include "graph/delta_nodes.h"
#include "graph/event_identity.h"
#include "graph/keys.h"
#include "graph/names.h"
#include "graph/passage_words.h"
#include "graph/same_as.h"

namespace casus {
namespace {

class Reader {
 public:
  Reader(const GraphDelta& delta, const v1::Article& article)
      : delta_(delta), nodes_(delta), events_(delta, article, nodes_) {}

  std::vector<Fingerprint> run() {
    for (const v1::Node& node : delta_.own) hear(node.statement());
    std::vector<Fingerprint> out;
    for (const v1::Node& node : delta_.own) {
      v1::Identity identity;
      if (node.has_event()) {
        *identity.mutable_event() = events_.of(node);
      } else if (node.has_claim()) {
        *identity.mutable_claim() = claim(node);
      } else {
        continue;
      }
      Fingerprint fingerprint{node.key(), node.source(), identity.SerializeAsString()};
      if (!filing(fingerprint).blocks.empty()) out.push_back(std::move(fingerprint));
    }
    return out;
  }

 private:
  v1::ClaimIdentity claim(const v1::Node& node) const {
    const v1::Claim& claim = node.claim();
    v1::ClaimIdentity out;
    if (!claim.subject().empty())
      out.set_subject(std::string(nodes_.principals_of(claim.subject()).back()));
    else
      out.set_voice(voice_on(node.key()));
    out.set_predicate(normalise_name(claim.predicate()));
    const v1::NodeKind::Value object = kind_of_key(claim.object());
    if (object == v1::NodeKind::actor)
      out.set_object(std::string(nodes_.principals_of(claim.object()).back()));
    if (object == v1::NodeKind::place) out.set_object(claim.object());
    out.set_polarity(claim.polarity());
    Words words;
    add_content_words(claim.text(), words);
    assign(words, *out.mutable_words());
    const v1::Node* about = nodes_.find(claim.event());
    if (about == nullptr && object == v1::NodeKind::event) about = nodes_.find(claim.object());
    // A series is no one event; what is claimed of it is told by the words.
    if (about != nullptr && !about->event().has_incidents()) {
      *out.mutable_event() = events_.outline(*about);
    }
    out.set_published(parse_day(node.published()).value_or(Day{0}).value);
    return out;
  }

  std::string voice_on(std::string_view claim) const {
    const auto voice = voices_.find(claim);
    return voice == voices_.end() ? std::string() : voice->second;
  }

  // Of several who deny a claim, or else assert it, the first by key.
  void hear(const v1::Statement& statement) {
    if (statement.claim().empty() || statement.speaker().empty()) return;
    const bool denies = statement.stance() == v1::Stance::denies;
    std::string voice = (denies ? "denies " : "says ") +
                        std::string(nodes_.principals_of(statement.speaker()).back());
    const auto [at, first] = voices_.try_emplace(statement.claim(), voice);
    if (!first) at->second = std::min(at->second, voice);
  }

  const GraphDelta& delta_;
  const DeltaNodes nodes_;
  const EventIdentities events_;
  std::map<std::string_view, std::string> voices_;  // by claim
};

}  // namespace

std::vector<Fingerprint> fingerprints(const GraphDelta& delta, const v1::Article& article) {
  if (!article.dataset().empty()) return {};
  return Reader(delta, article).run();
}

}  // namespace casus
