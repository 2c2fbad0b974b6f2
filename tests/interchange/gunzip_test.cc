#include "interchange/gunzip.h"

#include <catch2/catch.hpp>
#include <random>

#include "packed.h"

using namespace casus;
using casus::tests::gzipped;
using Catch::Matchers::Contains;

namespace {

std::string inflated(const std::string& bytes, std::size_t step = 1 << 16) {
  interchange::StringBytes in(bytes);
  interchange::GunzippedBytes out(in);
  std::string all;
  std::string piece(step, '\0');
  while (const std::size_t got = out.read(piece.data(), step)) all.append(piece, 0, got);
  return all;
}

}  // namespace

TEST_CASE("what gzip packed comes out, in pieces of any size") {
  std::mt19937 random(7);
  std::string bytes;
  while (bytes.size() < 300'000) bytes += std::to_string(random() % 1000);
  CHECK(interchange::is_gzip(gzipped(bytes)));
  CHECK(inflated(gzipped(bytes)) == bytes);
  CHECK(inflated(gzipped(bytes), 7) == bytes);
  CHECK(inflated(gzipped("")).empty());
}

TEST_CASE("members one after the other are one stream, zeros after the last are padding") {
  CHECK(inflated(gzipped("one ") + gzipped("") + gzipped("two")) == "one two");
  CHECK(inflated(gzipped("one") + std::string(1000, '\0')) == "one");
}

TEST_CASE("a stream that is cut off gives what came before, then fails") {
  std::string bytes;
  std::mt19937 random(7);
  while (bytes.size() < 200'000) bytes += std::to_string(random());
  const std::string packed = gzipped(bytes);
  for (const std::size_t size : {std::size_t{2}, packed.size() / 2, packed.size() - 1}) {
    interchange::StringBytes in(std::string_view(packed).substr(0, size));
    interchange::GunzippedBytes out(in);
    std::string all;
    const auto drain = [&] {
      std::string piece(10'000, '\0');
      while (const std::size_t got = out.read(piece.data(), piece.size())) {
        all.append(piece, 0, got);
      }
    };
    CHECK_THROWS_WITH(drain(), Contains("is cut off"));
    CHECK(bytes.compare(0, all.size(), all) == 0);
    if (size > 1000) CHECK(all.size() > bytes.size() / 4);
  }
}

TEST_CASE("a damaged stream is an error") {
  std::string packed = gzipped(std::string(5000, 'x') + "the end");
  packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] + 1);  // its checksum
  CHECK_THROWS_WITH(inflated(packed), Contains("is damaged"));
  CHECK_THROWS_WITH(inflated(gzipped("one") + "rubbish"), Contains("is damaged"));
}
