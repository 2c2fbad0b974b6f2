#include "cli/large_pages.h"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace casus::cli {

#ifdef __GLIBC__
void use_large_pages() {
  constexpr std::uintptr_t kPage = 2 << 20;
  constexpr int kRoom = 64 << 20;  // of addresses; memory is taken as it is written to
  // One growth of the heap makes room for all that follows, and nothing is given back meanwhile.
  mallopt(M_TOP_PAD, kRoom);
  mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  mallopt(M_MMAP_THRESHOLD, kRoom / 2);
  const auto top = [] { return reinterpret_cast<std::uintptr_t>(sbrk(0)); };
  const std::uintptr_t begin = (top() + kPage - 1) / kPage * kPage;
  void* volatile grown = std::malloc(kPage);  // volatile: else it is left out
  std::free(grown);
  const std::uintptr_t end = top() / kPage * kPage;
  // Refused, it costs time and nothing else.
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}
#else
void use_large_pages() {}
#endif

}  // namespace casus::cli
