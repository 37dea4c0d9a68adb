// SPDX-License-Identifier: MIT
#define MLP_MAKE_PRODUCTS
#include "notes/products.h"

MLP_VECTOR_PRODUCTS()
