#include "query/likeness.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "world.h"

namespace casus::test {
namespace {

using Names = std::vector<std::string>;

std::unique_ptr<storage::Store> store_with(const Names& names) {
  std::vector<Report> reports;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Report report("a" + std::to_string(i), "Radio", "2031-01-01", names[i] + " spoke.");
    report.actor("actor:person:-:" + std::to_string(i), names[i], v1::ActorKind::person);
    reports.push_back(report);
  }
  return store_of(reports);
}

Names like(const storage::Store& store, const std::string& name) {
  Names names;
  for (const auto& alike : query::actors_like(*store.snapshot(), name)) {
    names.push_back(alike.actor.actor().name());
  }
  return names;
}

}  // namespace

TEST_CASE("A name is found however it is written, the same name first") {
  const auto store = store_with({"Muammar Gaddafi", "Saif al-Islam Gaddafi", "Sergei Lavrov",
                                 "Hassan Rouhani", "Islanders' Front", "Osama bin Laden"});
  CHECK(like(*store, "Moammar al-Qadhafi").front() == "Muammar Gaddafi");
  CHECK(like(*store, "Muammar Gaddafi").front() == "Muammar Gaddafi");
  CHECK(like(*store, "Лавров") == Names{"Sergei Lavrov"});
  CHECK(like(*store, "Lawrow") == Names{"Sergei Lavrov"});
  CHECK(like(*store, "Usama Laden") == Names{"Osama bin Laden"});
  CHECK(like(*store, "Isander Front") == Names{"Islanders' Front"});
  CHECK(like(*store, "Kadafi") == Names{"Muammar Gaddafi", "Saif al-Islam Gaddafi"});
  CHECK(like(*store, "Zyx").empty());
  CHECK(like(*store, "").empty());
}

}  // namespace casus::test
