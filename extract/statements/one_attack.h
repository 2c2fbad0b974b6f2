#ifndef CASUS_EXTRACT_STATEMENTS_ONE_ATTACK_H_
#define CASUS_EXTRACT_STATEMENTS_ONE_ATTACK_H_

// Two tellings of one attack that only the claims tie together: "warplanes bombed the wells of
// Tan", then "Chadian jets slaughtered nine herders", of both of which Chad stands accused.

#include <set>

#include "casus/v1/annotation.pb.h"
#include "extract/statements/attack_meant.h"

namespace casus::extract {

// Joins to the attack that the article is about each one that says neither where nor when it was,
// could be that attack, and has a perpetrator in common with it, by whatever status, or is among
// `charged`: those of whose doing somebody stands accused as of that attack's. To be called once
// the claims have said who did what.
void join_tellings(const AttackMeant& attacks, const std::set<int>& charged,
                   v1::ArticleAnnotation& annotation);

}  // namespace casus::extract

#endif  // CASUS_EXTRACT_STATEMENTS_ONE_ATTACK_H_
