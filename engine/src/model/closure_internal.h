/** How a closure lies in memory, for the files that make one. */
#ifndef IMSI_CLOSURE_INTERNAL_H
#define IMSI_CLOSURE_INTERNAL_H

#include "model/closure.h"
#include "model/relation.h"

/**
 * A pair of nodes of which something is known.
 *
 * What is found in a round is `left`, and becomes known when the round ends: what follows in a round depends on the
 * round before only, not on the order in which its pairs are visited.
 */
typedef struct imsi_known {
  uint32_t a, b;             /**< ranks of nodes, a < b */
  uint32_t next_a, next_b;   /**< further pairs of a, of b */
  uint32_t sharp_a, sharp_b; /**< further sharp pairs of a, of b */
  uint32_t proof;            /**< the last one for `relation` */
  ims_relation relation;     /**< a to b */
  ims_relation left;         /**< the same, with what this round has found */
  bool linked;               /**< it is in the lists of its ends */
  bool fresh;                /**< it became narrower in the round before */
} imsi_known;

typedef enum imsi_proof_kind { IMSI_STATED, IMSI_HIERARCHY, IMSI_COMPOSED, IMSI_UNITED } imsi_proof_kind;

/** Why a pair became narrower. Proofs are only ever appended, so none can rest on itself. */
typedef struct imsi_proof {
  imsi_proof_kind kind;
  uint32_t before; /**< proof of what was known of the pair before, or IMS_NO_NODE */
  /** STATED: row; HIERARCHY: the part, a node; COMPOSED: two proofs; UNITED: first and number in `united`. */
  uint32_t left, right;
} imsi_proof;

/** A union: the ranks of its clause and of what that is contained in. */
typedef struct imsi_unity {
  uint32_t clause, other;
} imsi_unity;

struct imsi_closure {
  const ims_model *model;
  imsi_closure_options options;
  const ims_relation (*table)[IMSI_MASKS];
  imsi_vec pairs;    /**< of imsi_known */
  imsi_vec lefts;    /**< of uint32_t, by pair: the last proof for its `left`; beside it, as few ask for it */
  imsi_vec proofs;   /**< of imsi_proof */
  imsi_vec united;   /**< of uint32_t: proofs of the parts of a union */
  imsi_vec unions;   /**< of imsi_unity, as they were found */
  imsi_vec round;    /**< of uint32_t: pairs that became narrower in the round before */
  imsi_vec narrower; /**< of uint32_t: pairs that became narrower in this round */
  imsi_vec broken;   /**< of uint32_t: pairs that contradict themselves */
  uint32_t *slots;   /**< pair + 1 by hash of its ends, 0 = free */
  size_t slot_count;
  uint64_t steps;  /**< compositions tried */
  uint32_t *rank;  /**< by node: its place in the order of editions and documents, whatever order files came in */
  imsi_vec node;   /**< by rank, of uint32_t */
  uint32_t *first; /**< by rank: its last pair */
  uint32_t *sharp; /**< by rank: its last sharp pair */
  uint32_t *above; /**< by rank: the rank of what it is part of, or IMS_NO_NODE */
  bool *whole;     /**< by rank of a clause: its parts make it up */
};

/** The pair at `index`; until the next pair is added. */
static inline imsi_known *imsi_known_at(const imsi_closure *c, uint32_t index)
{
  return &IMSI_AT(imsi_known, &c->pairs, index);
}

static inline uint32_t imsi_closure_node(const imsi_closure *c, uint32_t rank)
{
  return IMSI_AT(uint32_t, &c->node, rank);
}

/** What is known from `rank`, an end of the pair, to the other end. */
static inline ims_relation imsi_known_from(const imsi_known *pair, uint32_t rank)
{
  return pair->a == rank ? pair->relation : imsi_relation_inverse(pair->relation);
}

/** The pair of two ranks, in any order; IMS_NO_NODE if nothing is known of it. */
uint32_t imsi_known_find(const imsi_closure *c, uint32_t a, uint32_t b);

/** Makes room for more pairs; the first call makes the first room. */
ims_status imsi_known_grow(imsi_closure *c);

/** Leaves of the pair of `a` and `b` (ranks) only what `relation` (a to b) allows, from the next round on. IMS_NOMEM;
    IMS_LIMIT past the limit of pairs. */
ims_status imsi_known_narrow(imsi_closure *c, uint32_t a, uint32_t b, ims_relation relation, imsi_proof why);

/** Ends a round: what it has found is known from now on, and what contradicts itself is set aside. */
ims_status imsi_known_settle(imsi_closure *c);

/** Number of rows that count, and the index of each. */
static inline size_t imsi_closure_row_count(const imsi_closure *c)
{
  return c->options.rows ? c->options.row_count : ims_relation_count(c->model);
}

static inline uint32_t imsi_closure_row(const imsi_closure *c, size_t nth)
{
  return c->options.rows ? c->options.rows[nth] : (uint32_t)nth;
}

/** True if the node belongs to what is above it. */
bool imsi_closure_is_part(const ims_model *model, ims_node node);

/** Gives ranks to nodes and finds what belongs to what. */
ims_status imsi_closure_scope(imsi_closure *c);

/** States hierarchy and rows: the first round. */
ims_status imsi_closure_state(imsi_closure *c);

#endif
