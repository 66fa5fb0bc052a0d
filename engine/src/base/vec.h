/** A growing array of one type of element. */
#ifndef IMSI_VEC_H
#define IMSI_VEC_H

#include "ims/status.h"

#include <stddef.h>

/** Initialise with IMSI_VEC(type). Never keep a pointer to an element while the vector may grow. */
typedef struct imsi_vec {
  void *data;
  size_t count;
  size_t capacity;
  size_t size; /**< Of one element, in bytes. */
} imsi_vec;

#define IMSI_VEC(type) ((imsi_vec){ NULL, 0, 0, sizeof(type) })

/** The element at `index` of vector `vec`, as an lvalue of `type`. */
#define IMSI_AT(type, vec, index) (((type *)(vec)->data)[index])

/** Makes room for `more` further elements. IMS_NOMEM leaves the vector as it was. */
ims_status imsi_vec_reserve(imsi_vec *vec, size_t more);

/** Appends a copy of `*element`. Cost: O(1) amortised. */
ims_status imsi_vec_push(imsi_vec *vec, const void *element);

/** Releases the elements and leaves an empty vector. Accepts NULL. */
void imsi_vec_free(imsi_vec *vec);

#endif
