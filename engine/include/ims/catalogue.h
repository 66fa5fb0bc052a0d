/**
 * What hangs on the graph: families of standards, bases of statements, topics, profiles, checks, audit time.
 *
 * As in model.h, everything is borrowed from the model, a missing string is "", and lists come in the order in which
 * they were read.
 */
#ifndef IMS_CATALOGUE_H
#define IMS_CATALOGUE_H

#include "ims/model.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- the vocabularies of the data format; 0 means "not said" ---- */

typedef enum ims_topic_verdict {
  IMS_TOPIC_VERDICT_UNSAID,
  IMS_MERGE,
  IMS_MERGE_WITH_ANNEX,
  IMS_TOPIC_SEPARATE
} ims_topic_verdict;
/** In the order in which standards are set side by side. */
typedef enum ims_aspect_name {
  IMS_ASPECT_UNSAID,
  IMS_ASPECT_SCOPE,
  IMS_ASPECT_INDUSTRIES,
  IMS_ASPECT_NATURE,
  IMS_ASPECT_CRITERION, /**< whether an auditor may hold it against anybody */
  IMS_ASPECT_FOCUS,     /**< process, service, risk */
  IMS_ASPECT_PRINCIPLES,
  IMS_ASPECT_ORGANIZATIONS, /**< how an organization is certified */
  IMS_ASPECT_PERSONS,       /**< how persons are qualified */
  IMS_ASPECT_TESTED,        /**< what is audited and how */
  IMS_ASPECT_CONSEQUENCES,
  IMS_ASPECT_BENEFITS,
  IMS_ASPECT_TIME, /**< to implement, as reported by somebody */
  IMS_ASPECT_AUDIENCE,
  IMS_ASPECT_INTEGRATION,
  IMS_ASPECT_COUNT
} ims_aspect_name;
typedef enum ims_check_severity {
  IMS_CHECK_UNSAID,
  IMS_CHECK_ERROR,
  IMS_CHECK_WARNING,
  IMS_CHECK_INFO
} ims_check_severity;
typedef enum ims_audit_table_kind { IMS_AUDIT_TABLE_UNSAID, IMS_AUDIT_TIME, IMS_AUDIT_REDUCTION } ims_audit_table_kind;
typedef enum ims_audit_unit { IMS_AUDIT_UNIT_UNSAID, IMS_DAYS, IMS_PERCENT, IMS_HOURS } ims_audit_unit;

/** The words of the data format for the values above; "" for "not said". Static strings. */
IMS_API const char *ims_topic_verdict_name(ims_topic_verdict verdict);
IMS_API const char *ims_aspect_name_name(ims_aspect_name name);
IMS_API const char *ims_check_severity_name(ims_check_severity severity);
IMS_API const char *ims_audit_table_kind_name(ims_audit_table_kind kind);
IMS_API const char *ims_audit_unit_name(ims_audit_unit unit);

/* ---- families and bases ---- */

typedef struct ims_family {
  const char *id;
  const char *name;
  const char *title;
  const char *note;
  ims_pos pos;
} ims_family;

IMS_API size_t ims_family_count(const ims_model *model);
IMS_API const ims_family *ims_family_at(const ims_model *model, size_t index);

/** Where a statement comes from. */
typedef struct ims_basis {
  const char *id;
  const char *title;
  const char *href;
  const char *read_on;
  ims_pos pos;
} ims_basis;

IMS_API size_t ims_basis_count(const ims_model *model);
IMS_API const ims_basis *ims_basis_at(const ims_model *model, size_t index);

/** Who says something, and how sure that is. */
typedef struct ims_said {
  const char *basis;
  ims_standing standing;
  int confidence; /**< thousandths, 0 to 1000; -1 if not said */
} ims_said;

/* ---- topics ---- */

/** A subject on which organizations write policies: a grouping, never a relation. */
typedef struct ims_topic {
  const char *id;
  const char *title;
  const char *note;
  const char *words; /**< By which titles of documents on it are known, see imsmap-data(5). */
  ims_topic_verdict verdict;
  ims_said said;
  const ims_node *members;
  const char *const *member_words; /**< For each member: which of these titles it fits; "": all. */
  size_t member_count;
  ims_pos pos;
} ims_topic;

IMS_API size_t ims_topic_count(const ims_model *model);
IMS_API const ims_topic *ims_topic_at(const ims_model *model, size_t index);

/* ---- profiles of standards ---- */

typedef struct ims_aspect {
  ims_aspect_name name;
  const char *text;
  ims_said said; /**< Its own, else that of the profile. */
  ims_pos pos;
} ims_aspect;

/** What kind of standard an edition is. */
typedef struct ims_profile {
  const ims_edition *edition;
  const ims_aspect *aspects; /**< Each name at most once. */
  size_t aspect_count;
  ims_pos pos;
} ims_profile;

IMS_API size_t ims_profile_count(const ims_model *model);
IMS_API const ims_profile *ims_profile_at(const ims_model *model, size_t index);
/** The profile of an edition; NULL if there is none. Cost: O(profiles). */
IMS_API const ims_profile *ims_profile_find(const ims_model *model, const ims_edition *edition);

/* ---- checks of integrated systems ---- */

/** Something that a register can be looked through for. What it finds is never a nonconformity by itself. */
typedef struct ims_check {
  const char *id;
  const char *title;
  const char *group;
  const char *gist;
  const char *note;
  ims_check_severity severity;
  ims_pos severity_pos; /**< Where that is said: at the check, or in a later layer. */
  ims_said said;
  const ims_node *members; /**< The clauses that it rests on. */
  size_t member_count;
  ims_pos pos;
} ims_check;

IMS_API size_t ims_check_count(const ims_model *model);
IMS_API const ims_check *ims_check_at(const ims_model *model, size_t index);

/* ---- audit time ---- */

/** A line of a table. What is not said is -1: an open end, a value that the source does not give. */
typedef struct ims_audit_band {
  int from, to;                 /**< persons, or level of integration in percent; both ends belong to it */
  int ability_from, ability_to; /**< ability to audit combined, in percent; of a reduction */
  int value;                    /**< in thousandths of the table's unit */
  ims_pos pos;
} ims_audit_band;

typedef struct ims_audit_table {
  const char *id;
  const char *title;
  const char *note;
  const char *source_date;    /**< Of the rule set that it comes from. */
  const ims_edition *edition; /**< NULL: of all. */
  ims_audit_table_kind kind;
  ims_audit_unit unit;
  ims_said said;
  const ims_audit_band *bands;
  size_t band_count; /**< 0: no values could be had. */
  ims_pos pos;
} ims_audit_table;

IMS_API size_t ims_audit_table_count(const ims_model *model);
IMS_API const ims_audit_table *ims_audit_table_at(const ims_model *model, size_t index);

/** A number that audit time is computed with. */
typedef struct ims_audit_rule {
  const char *id;
  const char *gist;
  const char *note;
  int value; /**< in thousandths of `unit` */
  ims_audit_unit unit;
  ims_said said;
  ims_pos pos;
} ims_audit_rule;

IMS_API size_t ims_audit_rule_count(const ims_model *model);
IMS_API const ims_audit_rule *ims_audit_rule_at(const ims_model *model, size_t index);

#ifdef __cplusplus
}
#endif
#endif
