/** The documents of a register, with what each serves: which hold several systems together, on which much depends. */
#ifndef IMSI_USER_H
#define IMSI_USER_H

#include "query/serving.h"

/** Clauses that one document may carry before it is told, if nothing else is said. */
enum { IMSI_USER_CLAUSES = 10 };

/** A document, with what it serves. */
typedef struct imsi_user {
  ims_entry document;
  ims_systems systems;   /**< that it serves: some claim of it counts there */
  ims_systems sole;      /**< of which it is the only evidence of some demand */
  uint32_t first, count; /**< its services that count, in the list of services */
  size_t clauses;        /**< in which demands are that it serves, each once */
} imsi_user;

/** Finds which demands of `serving` are left out: not applicable, or what they are about has not occurred. `left_out`
    has room for all, by index. IMS_NOMEM. */
ims_status imsi_users_find_left_out(const imsi_evidence *evidence, const imsi_serving *serving, bool *left_out);

/** Finds what each document serves.
 *
 * @param left_out  By index of the demands of `serving`; what is for these serves nothing.
 * @param services  Gets the services that count (of uint32_t, indices in `serving`), by document, then as they are.
 * @param users     Gets a user (of imsi_user) for each document, in the order of the register.
 * @return IMS_OK or IMS_NOMEM. Cost: O(services * log services).
 */
ims_status imsi_users_find(const ims_model *model, const ims_register *given, const imsi_serving *serving,
                           const bool *left_out, imsi_vec *services, imsi_vec *users);

/** True if the document of a service is the only one of which a claim for the demand counts. Cost: O(services of the
    demand). */
bool imsi_serving_is_sole(const imsi_serving *serving, const imsi_service *service);

/** True if the document serves several systems, one of the `chosen` among them. */
bool imsi_user_serves_several(const imsi_user *user, ims_systems chosen);

/** True if it is a single point of failure: in several systems the only evidence of something, in a chosen one too. */
bool imsi_user_is_single(const imsi_user *user, ims_systems chosen);

/** True if it serves none of the chosen systems, though it may have been meant for one: of a document that names no
    system nobody can say that it was not. */
bool imsi_user_serves_nothing(const ims_register *given, const imsi_user *user, ims_systems chosen);

#endif
