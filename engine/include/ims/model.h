/**
 * The graph: editions, their clauses, provisions, items and terms, and what is said of them.
 *
 * A model is immutable and always const. Every string and every array that these functions return is borrowed from
 * it and lives as long as it does; strings are interned: inside one model equal strings are the same pointer.
 * A missing string is "", never NULL; a list of nothing is NULL with a count of 0.
 *
 * An index is below the count that goes with it, a node comes from the same model and is not IMS_NO_NODE, an
 * enumeration has one of its values: nothing else is allowed, and nothing else is checked. Cost is constant where it is
 * not given.
 */
#ifndef IMS_MODEL_H
#define IMS_MODEL_H

#include "ims/diag.h"
#include "ims/relation.h"
#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ims_model ims_model;

/** A clause, provision, item or term: a handle into one model. */
typedef struct ims_node {
  uint32_t index;
} ims_node;

/** Means "no node". */
#define IMS_NO_NODE UINT32_MAX

/** Releases a model. Accepts NULL. */
IMS_API void ims_model_free(ims_model *model);

/* ---- the vocabularies of the data format; 0 means "not said" ---- */

typedef enum ims_node_kind { IMS_CLAUSE, IMS_PROVISION, IMS_ITEM, IMS_TERM } ims_node_kind;

/** What an auditor may hold against whom. */
typedef enum ims_force {
  IMS_FORCE_UNSAID,
  IMS_REQUIREMENT, /**< audit criterion */
  IMS_CONTROL,     /**< audit criterion if the Statement of Applicability includes it */
  IMS_OWN,         /**< audit criterion once the organization has bound itself */
  IMS_GUIDANCE,    /**< never */
  IMS_PERMISSION,  /**< never */
  IMS_BODY,        /**< only for the certification body */
  IMS_COMMON       /**< text for authors of standards: binds through a standard that takes it over, never by itself */
} ims_force;

typedef enum ims_standing { IMS_STANDING_UNSAID, IMS_PROPOSED, IMS_REVIEWED, IMS_VERIFIED } ims_standing;
typedef enum ims_rationale { IMS_RATIONALE_UNSAID, IMS_SYNTACTIC, IMS_SEMANTIC, IMS_FUNCTIONAL } ims_rationale;
typedef enum ims_method { IMS_METHOD_UNSAID, IMS_AS_IS, IMS_EXTEND, IMS_SEPARATE } ims_method;
typedef enum ims_record { IMS_RECORD_UNSAID, IMS_SHARED, IMS_RECORD_OWN } ims_record;
typedef enum ims_applies { IMS_APPLIES_UNSAID, IMS_EVERY_PROCESS, IMS_OWNER, IMS_SYSTEM } ims_applies;
typedef enum ims_phase { IMS_PHASE_UNSAID, IMS_PLAN, IMS_DO, IMS_CHECK, IMS_ACT } ims_phase;
typedef enum ims_unconfirmed { IMS_CONFIRMED, IMS_NUMBER_UNCONFIRMED, IMS_TITLE_UNCONFIRMED } ims_unconfirmed;
typedef enum ims_move { IMS_MOVE_UNSAID, IMS_CARRIED, IMS_CHANGED, IMS_MOVED, IMS_NEW, IMS_DROPPED } ims_move;
typedef enum ims_edition_kind {
  IMS_EDITION_KIND_UNSAID,
  IMS_EDITION_STRUCTURE,
  IMS_EDITION_REQUIREMENTS,
  IMS_EDITION_GUIDANCE,
  IMS_EDITION_BODY,
  IMS_EDITION_VOCABULARY,
  IMS_EDITION_OWN,
  IMS_EDITION_FRAMEWORK
} ims_edition_kind;
typedef enum ims_edition_status {
  IMS_EDITION_STATUS_UNSAID,
  IMS_EDITION_PLANNED,
  IMS_EDITION_CURRENT,
  IMS_EDITION_TRANSITION,
  IMS_EDITION_SUPERSEDED,
  IMS_EDITION_WITHDRAWN
} ims_edition_status;
typedef enum ims_duty_kind { IMS_DUTY_KIND_UNSAID, IMS_DOCUMENT, IMS_RECORD } ims_duty_kind;
typedef enum ims_duty_verb {
  IMS_DUTY_VERB_UNSAID,
  IMS_MAINTAIN,
  IMS_RETAIN,
  IMS_AVAILABLE,
  IMS_DOCUMENTED
} ims_duty_verb;
/** The words of the data format for the values above; "" for "not said". Static strings. */
IMS_API const char *ims_node_kind_name(ims_node_kind kind);
IMS_API const char *ims_force_name(ims_force force);
IMS_API const char *ims_standing_name(ims_standing standing);
IMS_API const char *ims_rationale_name(ims_rationale rationale);
IMS_API const char *ims_method_name(ims_method method);
IMS_API const char *ims_record_name(ims_record record);
IMS_API const char *ims_applies_name(ims_applies applies);
IMS_API const char *ims_phase_name(ims_phase phase);
IMS_API const char *ims_unconfirmed_name(ims_unconfirmed unconfirmed);
IMS_API const char *ims_move_name(ims_move move);
IMS_API const char *ims_edition_kind_name(ims_edition_kind kind);
IMS_API const char *ims_edition_status_name(ims_edition_status status);
IMS_API const char *ims_duty_kind_name(ims_duty_kind kind);
IMS_API const char *ims_duty_verb_name(ims_duty_verb verb);

/** True if a thing of this force can be owed: everything but guidance and permission. */
IMS_API bool ims_force_binds(ims_force force);

/* ---- editions ---- */

/** One dated document. */
typedef struct ims_edition {
  uint32_t index;     /**< From 0, in the order of ims_edition_at. */
  const char *id;     /**< `9001:2015` */
  const char *name;   /**< `ISO 9001:2015` */
  const char *family; /**< Id of the family. */
  const char *title;
  const char *discipline;
  const char *published;   /**< `2015`, `2015-09` or `2015-09-15` */
  const char *valid_until; /**< The same forms. */
  const char *replaces;    /**< Id of the edition before. */
  const char *vocabulary;  /**< Id of the edition whose terms it uses besides its own. */
  const char *prints;      /**< Names of the same text by standards bodies, with semicolons between. */
  const char *gist;        /**< What it is for, in our words. */
  const char *basis;
  ims_edition_kind kind;
  ims_edition_status status;
  bool is_default; /**< What `9001` means without a year. */
  bool is_hub;
  bool provisional;
  ims_node
      first; /**< Meaningless if `count` is 0. Its nodes are `first` and the `count` - 1 after it, in document order. */
  uint32_t count;
  ims_pos pos;
} ims_edition;

IMS_API size_t ims_edition_count(const ims_model *model);
/** The edition at `index`, in natural order of ids. */
IMS_API const ims_edition *ims_edition_at(const ims_model *model, size_t index);
/** The edition whose id is the `size` bytes at `id`; NULL if there is none. Cost: O(log editions). */
IMS_API const ims_edition *ims_edition_find(const ims_model *model, const char *id, size_t size);

/** A line of text with its place. */
typedef struct ims_text {
  const char *text;
  ims_pos pos;
} ims_text;

/** Notes of an edition, in the order of the file. `count` gets their number. Cost: O(editions + log notes). */
IMS_API const ims_text *ims_edition_notes(const ims_model *model, const ims_edition *edition, size_t *count);

typedef struct ims_amendment {
  const char *id;
  const char *published;
  const char *basis;
  const char *note;
  ims_pos pos;
} ims_amendment;

/** Amendments of an edition, in the order of the file. */
IMS_API const ims_amendment *ims_edition_amendments(const ims_model *model, const ims_edition *edition, size_t *count);

/* ---- clauses, provisions, items, terms ---- */

/** What is said of a node. */
typedef struct ims_node_info {
  ims_node_kind kind;
  const ims_edition *edition;
  const char *name;   /**< Inside the edition: `9.3.2`, `9.3.2#d`, `term:incident` */
  const char *text;   /**< Title of a clause, own words of the others; "" if untitled */
  const char *label;  /**< What a term is called; "" for the others. */
  const char *number; /**< Number of a term in its edition; "" if not said, and for the others. */
  ims_force force;    /**< Its own, else that of what it belongs to. */
  ims_unconfirmed unconfirmed;
  bool whole; /**< A clause whose demands are all listed (`provisions="all"`). */
  ims_applies applies;
  ims_phase phase;
  const char *condition;
  ims_method method;
  ims_record record;
  ims_standing standing;
  int confidence; /**< thousandths, 0 to 1000; -1 if not said */
  const char *basis;
  ims_pos pos;
} ims_node_info;

/** Everything about `node` at once. Cost: O(1). */
IMS_API ims_node_info ims_node_get(const ims_model *model, ims_node node);
IMS_API ims_node_kind ims_node_kind_of(const ims_model *model, ims_node node);
IMS_API const char *ims_node_name(const ims_model *model, ims_node node);
/** Its own force, else that of what it belongs to. */
IMS_API ims_force ims_node_force(const ims_model *model, ims_node node);
/** The edition of the node; NULL if a later layer replaced it. */
IMS_API const ims_edition *ims_node_edition(const ims_model *model, ims_node node);
/** What the node belongs to: clause in clause, provision in clause, item in provision or item. IMS_NO_NODE at the top.
 */
IMS_API ims_node ims_node_parent(const ims_model *model, ims_node node);
/** True if `node` is `whole` or belongs to it, however deep. Cost: O(depth). */
IMS_API bool ims_node_is_in(const ims_model *model, ims_node node, ims_node whole);
/** First part and next sibling in document order; IMS_NO_NODE at the end. */
IMS_API ims_node ims_node_child(const ims_model *model, ims_node node);
IMS_API ims_node ims_node_next(const ims_model *model, ims_node node);
/** The clause that the node is or belongs to; of a term the term itself. */
IMS_API ims_node ims_node_clause(const ims_model *model, ims_node node);
/** True if the clause has demands of its own, not only in its sub-clauses. */
IMS_API bool ims_node_demands(const ims_model *model, ims_node clause);
/** True for a clause that demands nothing: its list of provisions is declared complete and holds no demand, and so it
   is with every sub-clause. */
IMS_API bool ims_node_empty(const ims_model *model, ims_node node);
/** The node with that name in the edition, else IMS_NO_NODE. Cost: O(editions with that number). */
IMS_API ims_node ims_node_find(const ims_model *model, const ims_edition *edition, const char *name, size_t size);
/** Number of nodes of the model: their indices are 0 to this - 1. Those of an edition that was replaced are among them:
    ims_node_edition gives NULL for them, and nothing refers to them. */
IMS_API size_t ims_node_count(const ims_model *model);
IMS_API const ims_text *ims_node_notes(const ims_model *model, ims_node node, size_t *count);

/** Documented information that a provision demands. */
typedef struct ims_duty {
  ims_node provision;
  ims_node item; /**< The item of the provision that it belongs to; IMS_NO_NODE: the provision as a whole. */
  ims_duty_kind kind;
  ims_duty_verb verb;
  const char *text;
  const char *condition;
  const char *basis;
  bool self_determined; /**< What is needed is for the organization to say: that it is missing cannot be seen. */
  bool unconfirmed;     /**< No source was seen that lists it. */
  bool in_soa;          /**< The lines of a register that decide on controls are this document. */
  ims_pos pos;
} ims_duty;

/** Duties of a provision, in the order of the file. Cost: O(log duties). */
IMS_API const ims_duty *ims_node_duties(const ims_model *model, ims_node provision, size_t *count);
/** A user's licensed text laid over the node, "" if there is none: for the screen only, never for a report.
    Cost: O(texts laid over). */
IMS_API const char *ims_node_overlay(const ims_model *model, ims_node node);

/* ---- relations and verdicts ---- */

/** Rows from one edition to another, by one author. */
typedef struct ims_mapping {
  uint32_t index;
  const char *id;
  const ims_edition *source;
  const ims_edition *target;
  bool loose; /**< Its "intersects" means any overlap. */
  ims_pos pos;
} ims_mapping;

IMS_API size_t ims_mapping_count(const ims_model *model);
IMS_API const ims_mapping *ims_mapping_at(const ims_model *model, size_t index);

/** A row: a relation of two nodes, or, with `target` or `source` IMS_NO_NODE, the verdict that there is no counterpart.
 */
typedef struct ims_row {
  const ims_mapping *mapping;
  ims_node source;
  ims_node target;
  ims_relation
      relation; /**< A base relation as stated, see ims_row_relation; IMS_CONTRADICTION in a verdict and in guidance. */
  ims_rationale rationale;
  ims_method method;
  ims_record record;
  ims_standing standing;
  ims_move move;
  int strength;   /**< 0 to 10; -1 if not said */
  int confidence; /**< thousandths, 0 to 1000; -1 if not said */
  const char *basis;
  const char *common;
  const char *source_only;
  const char *target_only;
  const char *note;
  const char *review; /**< Who accepted or disputed it, and when. */
  ims_pos pos;
} ims_row;

/** What a relation says of its pair, source to target: a loose "intersects" leaves open how the two overlap. */
IMS_API ims_relation ims_row_relation(const ims_row *row);

/** Number of relations; they come in the order in which they were read. */
IMS_API size_t ims_relation_count(const ims_model *model);
IMS_API ims_row ims_relation_at(const ims_model *model, size_t index);
/** Number of verdicts "none". */
IMS_API size_t ims_verdict_count(const ims_model *model);
IMS_API ims_row ims_verdict_at(const ims_model *model, size_t index);
/** Indices of the relations that `node` is the source of (`incoming` false) or the target of (true). */
IMS_API const uint32_t *ims_node_relations(const ims_model *model, ims_node node, bool incoming, size_t *count);
/** Index of the verdict that `node`, or something it belongs to, has no counterpart in `edition`; SIZE_MAX if nobody
 * says so. Cost: O(depth + verdicts on the way up). */
IMS_API size_t ims_node_verdict(const ims_model *model, ims_node node, const ims_edition *edition);

/* ---- guidance: what explains a demand, and is never held against anybody ---- */

/** Number of rows in which a source, guidance, explains a target; they come in the order in which they were read. */
IMS_API size_t ims_guidance_count(const ims_model *model);
IMS_API ims_row ims_guidance_at(const ims_model *model, size_t index);
/** Indices of the guidance that `node` gives (`incoming` false) or gets (true), in the order in which it was read. */
IMS_API const uint32_t *ims_node_guidance(const ims_model *model, ims_node node, bool incoming, size_t *count);

#ifdef __cplusplus
}
#endif
#endif
