#include "extract/claims.h"
