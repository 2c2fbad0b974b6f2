#include "extract/lexicon.h"
