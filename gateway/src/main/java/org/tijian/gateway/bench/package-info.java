/**
 * Measurements ({@code ./tijian bench}): starts the product as a process of its own, loads it, and
 * holds what was acknowledged against what is stored. No part of a running gateway: nothing here is
 * a bean, and nothing outside uses it. Knows the product from outside, by its doors and its
 * database's ports; knows Linux, whose {@code /proc} says what processes use.
 */
@NullMarked
package org.tijian.gateway.bench;

import org.jspecify.annotations.NullMarked;
