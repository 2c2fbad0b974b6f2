// SAME_AS links of actors, as they come and go.

#include "storage/actor_links.h"

#include <catch2/catch.hpp>

#include "graph/keys.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/dump.h"

namespace casus::storage {
namespace {

// An article that names one person.
v1::ArticleAnnotation naming(const std::string& id, const std::string& name,
                             const std::string& country, const std::string& key_country = "-") {
  v1::ArticleAnnotation annotation;
  annotation.mutable_extractor()->set_name("test");
  annotation.mutable_article()->set_id(id);
  annotation.mutable_article()->set_published("2021-05-04");
  annotation.mutable_article()->set_text(name);
  v1::Actor& actor = *annotation.add_actors();
  actor.set_name(name);
  actor.set_kind(v1::ActorKind::person);
  actor.set_country(country);
  actor.set_key(named_actor_key(actor.kind(), key_country == "-" ? "" : key_country, name));
  actor.add_evidence()->set_end(static_cast<std::uint32_t>(name.size()));
  return annotation;
}

struct Names {
  Names() {
    for (const auto& annotation :
         {naming("a", "Tariq Yousef", "SYR"), naming("b", "Tarek Yusuf", "SYR"),
          naming("c", "Tareq Youssef", "SYR")}) {
      add(annotation);
    }
  }
  void add(const v1::ArticleAnnotation& annotation) {
    store->put(annotation);
    articles[article_key(annotation.article().id())] = annotation;
  }
  v1::Correction say(v1::CorrectionKind::Value kind, const std::string& a, const std::string& b) {
    v1::Correction asked;
    asked.set_kind(kind);
    asked.mutable_node()->set_key(a);
    asked.mutable_other()->set_key(b);
    asked.set_author("Ada");
    asked.set_time("2024-09-18T14:05:00Z");
    return store->correct(asked);
  }
  std::size_t cluster(const std::string& key) const {
    const auto snapshot = store->snapshot();
    return snapshot->cluster(*snapshot->find(key)).size();
  }
  std::int64_t links() const { return store->snapshot()->count(v1::EdgeKind::same_as); }
  void require_sound() const {
    for (const Finding& finding : store->check().findings) FAIL_CHECK(finding.what);
  }

  std::unique_ptr<Store> store = Store::on(make_memory_engine(), {});
  Articles articles;
  const std::string tariq = "actor:person:-:tariq-yousef";
  const std::string tarek = "actor:person:-:tarek-yusuf";
  const std::string tareq = "actor:person:-:tareq-youssef";
};

}  // namespace

TEST_CASE_METHOD(Names, "spellings of one name are one cluster, which a rebuild derives again") {
  CHECK(cluster(tarek) == 3);
  CHECK(links() == 3);
  const std::vector<std::string> before = dump(*store->snapshot());
  CHECK(before == expected_dump(articles, {}));
  require_sound();
  store->rebuild();
  CHECK(dump(*store->snapshot()) == before);
  require_sound();
}

TEST_CASE_METHOD(Names, "a link of actors goes with what it follows from") {
  const v1::ArticleAnnotation other = naming("d", "Tariq Yousef", "JOR");
  // As many articles say Jordan as say Syria: the smaller code wins, and he is another man.
  add(other);
  CHECK(cluster(tariq) == 1);
  CHECK(links() == 1);
  require_sound();
  CHECK(store->retract(article_key("d")));
  CHECK(cluster(tariq) == 3);
  CHECK(store->retract(article_key("b")));
  CHECK(cluster(tariq) == 2);
  CHECK(store->retract(article_key("a")));
  CHECK(store->retract(article_key("c")));
  CHECK(links() == 0);
  require_sound();
}

TEST_CASE_METHOD(Names, "a split parts two actors that the rule joins, until it is taken back") {
  say(v1::CorrectionKind::split, tariq, tarek);
  CHECK(links() == 2);
  CHECK(cluster(tariq) == 3);  // through the third
  say(v1::CorrectionKind::split, tariq, tareq);
  CHECK(cluster(tariq) == 1);
  CHECK(cluster(tarek) == 2);
  require_sound();
  store->rebuild();
  CHECK(cluster(tariq) == 1);
  v1::Correction undo;
  undo.set_kind(v1::CorrectionKind::undo);
  undo.set_undoes(1);
  undo.set_author("Ada");
  undo.set_time("2024-09-18T14:05:00Z");
  store->correct(undo);
  CHECK(cluster(tariq) == 3);
  require_sound();
}

TEST_CASE_METHOD(Names, "a merge of two actors takes the place of the rule's link") {
  say(v1::CorrectionKind::merge, tariq, tarek);
  CHECK(links() == 3);
  bool found = false;
  const auto snapshot = store->snapshot();
  snapshot->edges(*snapshot->find(tarek),
                  {Direction::out, {v1::EdgeKind::same_as}, {}, Day::unknown()},
                  [&](const EdgeRef& ref) {
                    const v1::Edge edge = snapshot->load(ref);
                    if (edge.to() == tariq) found = edge.reason() == "merged by Ada on 2024-09-18";
                    return true;
                  });
  CHECK(found);
  require_sound();
}

TEST_CASE_METHOD(Names, "a name that a person gives joins an actor to others") {
  add(naming("e", "The Falcon", "SYR"));
  const std::string falcon = "actor:person:-:falcon";
  CHECK(cluster(falcon) == 1);
  v1::Correction alias;
  alias.set_kind(v1::CorrectionKind::alias);
  alias.mutable_node()->set_key(falcon);
  alias.set_name("Tariq Yusif");
  alias.set_author("Ada");
  alias.set_time("2024-09-18T14:05:00Z");
  store->correct(alias);
  CHECK(cluster(falcon) == 4);
  require_sound();
}

}  // namespace casus::storage
