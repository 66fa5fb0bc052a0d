/** What the files of `evidence` share: what is drawn, and where. */
#ifndef IMSI_DIAGRAM_EVIDENCE_INTERNAL_H
#define IMSI_DIAGRAM_EVIDENCE_INTERNAL_H

#include "diagram/common.h"
#include "query/held.h"
#include "query/user.h"

/** How much is folded, each more than the one before. */
typedef enum imsi_fold {
  IMSI_FOLD_NOTHING,
  IMSI_FOLD_SECTIONS, /**< 8.5 stands for 8.5.1 */
  IMSI_FOLD_CHAPTERS, /**< 8 stands for 8.5 */
  IMSI_FOLD_SINGLE,   /**< one box stands for the documents of a system alone */
  IMSI_FOLD_SHARED,   /**< and one for those that serve the same systems */
  IMSI_FOLD_COUNT
} imsi_fold;

/** A clause of a system, or what it is folded to. */
typedef struct imsi_proven {
  uint32_t system;
  ims_node clause;
  size_t inner, outer; /**< lines from documents in the middle, and from those of this system alone */
  double y, height;    /**< once it is placed */
  Agnode_t *box;
} imsi_proven;

/** A document, or several that are folded. */
typedef struct imsi_proof {
  ims_entry document; /**< IMS_NO_ENTRY: several */
  ims_systems systems;
  size_t count;   /**< of documents */
  size_t sole;    /**< demands of which it is the only evidence, of those that are shown */
  size_t clauses; /**< in which demands are that it serves, shown or not */
  bool shared;    /**< it serves several systems, shown or not */
  bool single;    /**< a single point of failure: so of several */
  bool many;      /**< it carries many clauses */
  size_t links;
  double weight;    /**< sum of where its clauses stand */
  double y, height; /**< once it is placed */
  Agnode_t *box;
} imsi_proof;

/** What a document shows of a clause. */
typedef struct imsi_link {
  uint32_t proof, proven;        /**< indices */
  size_t demands, sole, partial; /**< those it serves, of which it is the only evidence, of which only for a part */
  double from, to;               /**< where it leaves the document and reaches the clause, once it is placed */
} imsi_link;

/** What is drawn. */
typedef struct imsi_proofs {
  const ims_model *model;
  imsi_held held;
  imsi_serving serving;
  bool *left_out;           /**< by index of imsi_served */
  imsi_vec services, users; /**< see imsi_users_find */
  const char *clauses;      /**< NULL: all */
  ims_node focus;           /**< IMS_NO_NODE: none */
  ims_entry document;       /**< the document that is asked about; IMS_NO_ENTRY: none */
  bool *asked;              /**< by demand: that document serves it; NULL: none is asked about */
  imsi_fold fold;
  imsi_vec proven; /**< of imsi_proven, by system and in the order of its edition */
  imsi_vec proofs; /**< of imsi_proof, in the order of the register */
  imsi_vec links;  /**< of imsi_link */
} imsi_proofs;

/** The system of a document that serves one system alone. */
uint32_t imsi_proof_system(const imsi_proofs *e, const imsi_proof *proof);

/** Lines that its name takes in a box of that width, `most` at most. */
size_t imsi_proof_lines(const imsi_proofs *e, ims_picture *p, const imsi_proof *proof, double width, size_t most);

/** Finds what is drawn where so much is folded. IMS_NOMEM. */
ims_status imsi_proofs_find(imsi_proofs *e, imsi_fold fold);

/** Puts documents, clauses and lines into the picture. IMS_NOMEM. */
ims_status imsi_proofs_place(imsi_proofs *e, ims_picture *p);

/** Puts title, description, legend and notes into the picture. */
void imsi_proofs_tell(const imsi_proofs *e, ims_picture *p);

/** Draw what is placed: the heading of a system, what is said above documents (UINT32_MAX: of several systems), a
 * clause, a document, a line from `x1` to `x2`. */
void imsi_proofs_draw_head(const imsi_proofs *e, ims_picture *p, uint32_t system, imsi_area area);
void imsi_proofs_draw_note(const imsi_proofs *e, ims_picture *p, uint32_t system, imsi_area area);
void imsi_proofs_draw_clause(const imsi_proofs *e, ims_picture *p, imsi_proven *proven, imsi_area area);
void imsi_proofs_draw_document(const imsi_proofs *e, ims_picture *p, imsi_proof *proof, imsi_area area);
void imsi_proofs_draw_link(const imsi_proofs *e, ims_picture *p, const imsi_link *link, double x1, double x2);

#endif
