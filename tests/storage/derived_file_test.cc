#include "storage/derived_file.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <optional>

#include "graph/keys.h"
#include "storage/bulk_load.h"
#include "storage/memory_engine.h"
#include "storage/store.h"
#include "tests/storage/synthetic.h"

namespace casus::storage {
namespace {

namespace fs = std::filesystem;
using Numbers = std::vector<std::uint32_t>;

const Numbers kNumbers = {3, 1, 4, 1, 5, 9, 2, 6};

bool keep(const Store& store, std::uint32_t version = 1) {
  DerivedWriter writer(store.snapshot()->engine(), "numbers", version);
  writer.write(std::span(kNumbers));
  writer.write(std::span<const double>{});
  return writer.keep();
}

std::optional<Numbers> kept(const Store& store, std::uint32_t version = 1) {
  DerivedReader reader(store.snapshot()->engine(), "numbers", version);
  Numbers numbers;
  std::vector<double> none;
  reader.read(numbers);
  reader.read(none);
  if (!reader.sound()) return std::nullopt;
  return numbers;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("what is kept of a store is there for whoever opens it in the same state") {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  store->put(synthetic(1, 0));
  CHECK_FALSE(kept(*store));
  CHECK(keep(*store));
  CHECK(kept(*store) == kNumbers);
  StoreOptions reading;
  reading.read_only = true;
  CHECK(kept(*Store::open(dir.path(), reading)) == kNumbers);
  CHECK_FALSE(kept(*store, 2));
  CHECK_FALSE(fs::exists(dir.path() / "numbers.derived.tmp"));
  CHECK(store->check().findings.empty());
}

TEST_CASE("what was kept of another state is not there") {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  store->put(synthetic(1, 0));
  REQUIRE(keep(*store));
  SECTION("an article came") { store->put(synthetic(2, 0)); }
  SECTION("an article came and went") {
    const v1::ArticleAnnotation article = synthetic(2, 0);
    store->put(article);
    REQUIRE(store->retract(article_key(article.article().id())));
  }
  SECTION("a record was loaded in bulk") {
    v1::ArticleAnnotation record = synthetic(3, 0);
    record.mutable_article()->set_dataset("records");
    const auto load = store->bulk_load({});
    load->add(record);
    load->finish();
  }
  SECTION("it was rebuilt") { store->rebuild(); }
  CHECK_FALSE(kept(*store));
  CHECK(keep(*store));
  CHECK(kept(*store) == kNumbers);
}

TEST_CASE("what was kept of another store is not there") {
  const TempDir one;
  const TempDir two;
  const auto first = Store::open(one.path(), {});
  const auto second = Store::open(two.path(), {});
  REQUIRE(keep(*first));
  fs::copy_file(one.path() / "numbers.derived", two.path() / "numbers.derived");
  CHECK_FALSE(kept(*second));
}

TEST_CASE("what is damaged is as if it were not there") {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  REQUIRE(keep(*store));
  const fs::path file = dir.path() / "numbers.derived";
  const std::string whole = bytes_of(file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
    write(file, bytes);
    INFO(at);
    CHECK_FALSE(kept(*store));
    write(file, whole.substr(0, at));
    CHECK_FALSE(kept(*store));
  }
  write(file, whole + '\0');
  CHECK_FALSE(kept(*store));
  fs::remove(file);
  fs::create_directory(file);
  CHECK_FALSE(kept(*store));
  CHECK_FALSE(keep(*store));
  fs::remove(file);
  CHECK(keep(*store));
  CHECK(kept(*store) == kNumbers);
}

TEST_CASE("what cannot be kept is no error") {
  const auto in_memory = Store::on(make_memory_engine(), {});
  CHECK_FALSE(keep(*in_memory));
  CHECK_FALSE(kept(*in_memory));

  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  fs::create_directory(dir.path() / "numbers.derived.tmp");
  CHECK_FALSE(keep(*store));
  CHECK(fs::exists(dir.path() / "numbers.derived.tmp"));
}

TEST_CASE("one process writes it, and one that was cut off is no hindrance") {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  const fs::path unfinished = dir.path() / "numbers.derived.tmp";
  write(unfinished,
        "half of a longer file than that which is to be written, and no more than half "
        "of it, whatever it was that stood in it and in the rest");
  {
    const DerivedWriter other(store->snapshot()->engine(), "numbers", 1);
    CHECK_FALSE(keep(*store));
  }
  CHECK_FALSE(fs::exists(unfinished));
  CHECK(keep(*store));
  CHECK(kept(*store) == kNumbers);
}

TEST_CASE("who may not read the store may not read what is kept of it") {
  const TempDir dir;
  const auto store = Store::open(dir.path(), {});
  const auto mode = [&](const char* name) {
    struct stat status {};
    ::stat((dir.path() / name).c_str(), &status);
    return status.st_mode & 0777;
  };
  REQUIRE(keep(*store));
  CHECK(mode("numbers.derived") == mode("CURRENT"));
  ::chmod((dir.path() / "CURRENT").c_str(), 0600);
  REQUIRE(keep(*store));
  CHECK(mode("numbers.derived") == 0600);
}

}  // namespace casus::storage
