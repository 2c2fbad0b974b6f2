#include "query/questions.h"
