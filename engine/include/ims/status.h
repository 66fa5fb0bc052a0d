/** Outcome of a call, and the export macro. */
#ifndef IMS_STATUS_H
#define IMS_STATUS_H

#if defined(__GNUC__)
#define IMS_API __attribute__((visibility("default")))
#else
#define IMS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What a function that can fail returns; details go to the caller's diagnostic sink. */
typedef enum ims_status {
  IMS_OK,        /**< Done. */
  IMS_INVALID,   /**< The input is wrong; diagnostics say where. */
  IMS_NOT_FOUND, /**< What was asked for does not exist. */
  IMS_LIMIT,     /**< A limit was reached; a diagnostic names it. */
  IMS_IO,        /**< Reading or writing failed. */
  IMS_NOMEM      /**< Out of memory. */
} ims_status;

/** Names `status` in a few words of English. Returns a static string, never NULL. */
IMS_API const char *ims_status_text(ims_status status);

/** The library's version as "major.minor.patch"; a static string. */
IMS_API const char *ims_version(void);

#ifdef __cplusplus
}
#endif
#endif
