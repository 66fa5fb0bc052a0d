/** How a closure lies in memory, for the files that make one. */
#ifndef IMSI_CLOSURE_INTERNAL_H
#define IMSI_CLOSURE_INTERNAL_H

#include "model/closure.h"
#include "model/relation.h"

/** A pair of nodes of which something is known. */
typedef struct imsi_known {
  uint32_t a, b;           /**< ranks of nodes, a < b */
  uint32_t next_a, next_b; /**< further pairs of a, of b */
  uint32_t proof;          /**< the last one */
  ims_relation relation;   /**< a to b */
  bool queued;
} imsi_known;

typedef enum imsi_proof_kind { IMSI_STATED, IMSI_HIERARCHY, IMSI_COMPOSED, IMSI_UNITED } imsi_proof_kind;

/** Why a pair became narrower. Proofs are only ever appended, so none can rest on itself. */
typedef struct imsi_proof {
  imsi_proof_kind kind;
  uint32_t before;      /**< proof of what was known of the pair before, or IMS_NO_NODE */
  uint32_t left, right; /**< STATED: row; COMPOSED: two proofs; UNITED: first and number in `united` */
} imsi_proof;

struct imsi_closure {
  const ims_model *model;
  const ims_relation (*table)[IMSI_MASKS];
  imsi_vec pairs;  /**< of imsi_known */
  imsi_vec proofs; /**< of imsi_proof */
  imsi_vec united; /**< of uint32_t: proofs of the parts of a union */
  imsi_vec queue;  /**< of uint32_t: pairs to propagate */
  imsi_vec broken; /**< of uint32_t: pairs that contradict themselves */
  uint32_t *slots; /**< pair + 1 by hash of its ends, 0 = free */
  size_t slot_count;
  uint64_t steps;  /**< compositions tried */
  uint32_t *rank;  /**< by node: its place in the order of editions and documents, whatever order files came in */
  uint32_t *node;  /**< by rank */
  uint32_t ranked; /**< number of nodes with a rank */
  uint32_t *first; /**< by rank: its last pair */
  bool *part;      /**< by node: it belongs to what is above it */
  bool *whole;     /**< by clause: its parts make it up */
};

/** The pair at `index`; until the next pair is added. */
static inline imsi_known *imsi_known_at(const imsi_closure *c, uint32_t index)
{
  return &IMSI_AT(imsi_known, &c->pairs, index);
}

/** What is known from `rank`, an end of the pair, to the other end. */
static inline ims_relation imsi_known_from(const imsi_known *pair, uint32_t rank)
{
  return pair->a == rank ? pair->relation : ims_relation_inverse(pair->relation);
}

/** The pair of two ranks, in any order; IMS_NO_NODE if nothing is known of it. */
uint32_t imsi_known_find(const imsi_closure *c, uint32_t a, uint32_t b);

/** Makes room for more pairs; the first call makes the first room. */
ims_status imsi_known_grow(imsi_closure *c);

/** Leaves of the pair of `a` and `b` (ranks) only what `relation` (a to b) allows. */
ims_status imsi_known_narrow(imsi_closure *c, uint32_t a, uint32_t b, ims_relation relation, imsi_proof why);

/** Gives ranks to nodes, finds what belongs to what, and states hierarchy and rows. */
ims_status imsi_closure_state(imsi_closure *c);

/** Orders `count` indices of relations by what they say and where. */
ims_status imsi_closure_order(const imsi_closure *c, uint32_t *rows, size_t count);

/** Composes and unites until nothing changes. IMS_LIMIT past `steps` compositions. */
ims_status imsi_closure_follow(imsi_closure *c, uint64_t steps);

#endif
