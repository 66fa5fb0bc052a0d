/** Natural order of clause numbers. */
#ifndef IMSI_NATURAL_H
#define IMSI_NATURAL_H

/**
 * Compares as people count: runs of digits by value (A.5.9 before A.5.10), the rest byte by byte; digits come before
 * letters. Equal values with more leading zeros come later, so that only equal strings compare equal.
 *
 * @return Less than, equal to or greater than 0. Cost: O(length).
 */
int imsi_natural_compare(const char *a, const char *b);

#endif
