/**
 * Why two nodes are related: chains of stated rows and steps in the hierarchy, each from where the one before ended.
 *
 * Rows of one pair are never put together on the way: each says one base relation, or "any overlap", so what several
 * say is what one of them says, or a contradiction. All functions take a closure of all rows of the model.
 */
#ifndef IMSI_CHAIN_H
#define IMSI_CHAIN_H

#include "base/vec.h"
#include "ims/model.h"
#include "model/closure.h"

typedef enum imsi_step_kind {
  IMSI_STEP_ROW,  /**< a row says so */
  IMSI_STEP_PART, /**< one belongs to the other, or is all of it */
  IMSI_STEP_WHOLE /**< all parts of a whole clause are contained in the other: a union; see imsi_chain_part */
} imsi_step_kind;

/** One step of a chain: `from` is `relation` to `to`. */
typedef struct imsi_step {
  imsi_step_kind kind;
  ims_node from, to;
  ims_relation relation; /**< from -> to */
  uint32_t row;    /**< ROW: index of the relation, read from `to` to `from` if its source is `to`; else IMS_NO_NODE */
  uint32_t united; /**< WHOLE: index of the union, see imsi_closure_union; else IMS_NO_NODE */
} imsi_step;

/**
 * Finds the shortest chain from `a` to `b` whose composition leaves nothing outside `wanted`: IMS_CONTAINS,
 * IMS_OVERLAPS, or exactly what the closure knows.
 *
 * A union counts as one step and two more for each part. Of chains of one length the one with the better read rows is
 * taken (verified, reviewed, proposed), then the one whose rows come first in the order of imsi_closure_order.
 *
 * @param steps  Gets the steps (of imsi_step) from `a` to `b`; none if the two are one. Untouched on failure.
 * @return IMS_OK; IMS_NOT_FOUND if no single chain says so, see imsi_chain_cover; IMS_NOMEM. With IMS_UNKNOWN any chain
 *         will do: IMS_NOT_FOUND means that nothing connects the two.
 *
 * A pair that contradicts itself is passed only where nothing else leads there. Cost: O(nodes + rows and unions around
 * what is visited); what cannot lead to `wanted` is not visited.
 */
ims_status imsi_chain_find(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                           ims_relation wanted, imsi_vec *steps);

/** The same without the rows and unions of the steps `without` (of imsi_step): a chain that is independent of them. */
ims_status imsi_chain_another(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                              ims_relation wanted, const imsi_vec *without, imsi_vec *steps);

/** The shortest way from `a` to `b` over steps that each share something for certain, and never from one part of a
   thing to the next, whether anything follows from it or not: where nothing is known, it shows where knowledge is lost.
   Returns as imsi_chain_find. */
ims_status imsi_chain_nearest(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                              imsi_vec *steps);

/** What a chain says of its ends, step by step. IMS_EQUAL for no steps. */
ims_relation imsi_chain_relation(const imsi_step *steps, size_t count);

/** A chain among others: `count` steps from `first` on. */
typedef struct imsi_chain {
  size_t first, count;
  ims_relation relation; /**< of its ends */
} imsi_chain;

/**
 * Finds the fewest chains from `a` to `b` that together leave nothing outside `wanted`, the shortest of those.
 *
 * @param chains  Gets the chains (of imsi_chain), @param steps their steps (of imsi_step). Untouched on failure.
 * @return IMS_OK, always if `wanted` is what the closure knows; IMS_NOT_FOUND; IMS_NOMEM. Cost: up to 31 times
 * imsi_chain_find.
 */
ims_status imsi_chain_cover(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                            ims_relation wanted, imsi_vec *chains, imsi_vec *steps);

/**
 * The same for a part of a union: from `part` to what the clause of the step WHOLE is contained in, IMS_CONTAINED.
 * Rests on earlier unions only, so that taking steps apart ends. Empty if the part is that other thing.
 */
ims_status imsi_chain_part(const ims_model *model, const imsi_closure *closure, const imsi_step *whole, ims_node part,
                           imsi_vec *chains, imsi_vec *steps);

/** What the weakest step of a chain is worth. What one row leaves unsaid is unsaid, and so it is with a step WHOLE. */
typedef struct imsi_chain_worth {
  ims_standing standing; /**< the least read */
  int strength;          /**< the lowest, 0 to 10; -1 unsaid */
  int confidence;        /**< the lowest, thousandths; -1 unsaid */
} imsi_chain_worth;

/** The worth of a chain; all unsaid if no row is in it. */
imsi_chain_worth imsi_chain_worth_of(const ims_model *model, const imsi_vec *steps);

/**
 * The strictest reuse along a chain: of its rows, of the hub's provisions that it passes, and of both ends of a row
 * that says nothing itself.
 *
 * Where a row says nothing, the provision of the hub at one of its ends must; else reuse is not known, and `method` or
 * `record` is 0. So it is after a step WHOLE, and for a chain without rows and values.
 */
void imsi_chain_reuse(const ims_model *model, const imsi_vec *steps, ims_method *method, ims_record *record);

#endif
