#include "extract/statements/media.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace casus::extract {
namespace {

// Words before a medium's name that say that it passes something on. "citing" is not among them:
// whom somebody cites is where it comes from.
constexpr auto kThrough =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"quoted", "by"},
                                                                  {"cited", "by"},
                                                                  {"carried", "by"},
                                                                  {"reported", "by"},
                                                                  {"published", "by"},
                                                                  {"broadcast", "by"},
                                                                  {"interview", "with"},
                                                                  {"interview", "to"},
                                                                  {"comments", "to"},
                                                                  {"remarks", "to"},
                                                                  {"speaking", "to"},
                                                                  {"statement", "to"},
                                                                  {"according", "to"},
                                                                  {"", "told"}});

// Between these words and the name: "quoted by the Russian news agency Interfax".
constexpr std::uint32_t kMostBetween = 5;

class Media {
 public:
  Media(Reading& reading, std::vector<StatementDraft>& drafts, v1::ArticleAnnotation& annotation)
      : reading_(reading),
        doc_(reading.document),
        lower_(reading.mentions.lower()),
        drafts_(drafts),
        annotation_(annotation) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (is_medium(drafts_[i].speaker)) take_cited(i);
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (is_medium(drafts_[i].speaker)) pass_on(i);
    }
    for (const Mention& mention : reading_.mentions.all()) {
      if (is_medium(mention.actor)) pass_on(mention);
    }
  }

 private:
  bool is_medium(int actor) const {
    return actor >= 0 && reading_.mentions.actors()[static_cast<std::size_t>(actor)].kind() ==
                             v1::ActorKind::media;
  }

  v1::Statement& statement(std::size_t i) {
    return *annotation_.mutable_statements(static_cast<int>(i));
  }

  void set_via(std::size_t i, int medium, Range where) {
    v1::Statement& through = statement(i);
    if (!through.via().empty() || drafts_[i].speaker == medium) return;
    through.set_via(reading_.mentions.actor_key(medium, where));
    *through.add_via_source() = reading_.span(where);
  }

  // "..., Reuters reported, citing Petrov": what Reuters reports is Petrov's.
  void take_cited(std::size_t i) {
    StatementDraft& cites = drafts_[i];
    if (!is_cited(statement(i)) || cites.content.size() != 1) return;
    const Range cited = cites.content.front();
    const Mention* name = reading_.mentions.at(cited.end - 1);
    const Referent who =
        reading_.mentions.resolve({name != nullptr ? name->name.end - 1 : cited.end - 1, cited});
    if (who.actor < 0 || who.actor == cites.speaker || is_medium(who.actor)) return;
    for (std::size_t j = 0; j < drafts_.size(); ++j) {
      const StatementDraft& reports = drafts_[j];
      if (j == i || reports.sentence != cites.sentence || reports.speaker != cites.speaker ||
          reports.content.empty() || reports.content.back().end > cited.begin) {
        continue;
      }
      const v1::Statement told = statement(j);
      v1::Statement& his = statement(i);
      his.set_via(told.speaker());
      *his.mutable_via_source() = told.source();
      his.set_speaker(reading_.mentions.actor_key(who.actor, cited));
      his.set_speaker_text(who.text);
      his.clear_source();
      *his.add_source() = reading_.span(cited);
      *his.mutable_content() = told.content();
      his.set_kind(told.kind());
      const std::uint32_t sentence = cites.sentence;
      cites = reports;
      cites.sentence = sentence;
      cites.speaker = who.actor;
      return;
    }
  }

  bool is_cited(const v1::Statement& statement) const {
    if (statement.cue_size() != 1) return false;
    const v1::Span& span = statement.cue(0);
    const std::string_view cue = doc_.text().substr(span.begin(), span.end() - span.begin());
    return cue == "citing" || cue == "quoting";
  }

  // What a medium says and somebody else too, in its sentence and of the same words, it has from
  // him; but for one whose own words it stands in.
  void pass_on(std::size_t medium) {
    const StatementDraft& by = drafts_[medium];
    const v1::Statement& reported = statement(medium);
    if (reported.source_size() == 0) return;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const StatementDraft& said = drafts_[i];
      if (i == medium || said.sentence != by.sentence || is_medium(said.speaker)) continue;
      const auto overlaps = [&](Range a) {
        return std::any_of(by.content.begin(), by.content.end(),
                           [&](Range b) { return a.overlaps(b); });
      };
      const bool same = std::any_of(said.content.begin(), said.content.end(), overlaps);
      const v1::Span& named = reported.source(0);
      const bool within = std::any_of(
          statement(i).content().begin(), statement(i).content().end(), [&](const v1::Span& span) {
            return span.begin() <= named.begin() && named.end() <= span.end();
          });
      v1::Statement& his = statement(i);
      if (!same || (within && !is_cited(his)) || !his.via().empty()) continue;
      his.set_via(reported.speaker());
      *his.mutable_via_source() = reported.source();
    }
  }

  // "Petrov, quoted by Interfax, said": the statement of the sentence that is nearest.
  void pass_on(const Mention& medium) {
    if (doc_.quotation_of(medium.tokens.begin) != nullptr || !stands_after_carrying(medium)) return;
    const std::uint32_t sentence = doc_.sentence_of(medium.tokens.begin);
    const std::uint32_t at = doc_[medium.tokens.begin].begin;
    std::optional<std::size_t> nearest;
    std::uint32_t least = 0;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (drafts_[i].sentence != sentence || is_medium(drafts_[i].speaker)) continue;
      if (statement(i).cue_size() == 0) continue;
      const std::uint32_t cue = statement(i).cue(0).begin();
      const std::uint32_t distance = cue < at ? at - cue : cue - at;
      if (nearest && distance >= least) continue;
      nearest = i;
      least = distance;
    }
    if (nearest) set_via(*nearest, medium.actor, medium.tokens);
  }

  bool stands_after_carrying(const Mention& medium) const {
    const std::uint32_t first =
        doc_.sentences()[doc_.sentence_of(medium.tokens.begin)].tokens.begin;
    for (std::uint32_t i = medium.tokens.begin;
         i > first && medium.tokens.begin - i <= kMostBetween; --i) {
      const std::string_view before = lower_[i - 1];
      const std::string_view one_more = i > first + 1 ? lower_[i - 2] : std::string_view();
      for (const auto& [verb, preposition] : kThrough) {
        if (before == preposition && (verb.empty() || verb == one_more)) return true;
      }
      if (!doc_[i - 1].word || before == "that" || before == "by" || before == "and") return false;
    }
    return false;
  }

  Reading& reading_;
  const Document& doc_;
  const std::vector<std::string_view>& lower_;
  std::vector<StatementDraft>& drafts_;
  v1::ArticleAnnotation& annotation_;
};

}  // namespace

void find_media(Reading& reading, std::vector<StatementDraft>& drafts,
                v1::ArticleAnnotation& annotation) {
  Media(reading, drafts, annotation).run();
}

}  // namespace casus::extract
