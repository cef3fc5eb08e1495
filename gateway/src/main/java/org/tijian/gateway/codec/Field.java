package org.tijian.gateway.codec;

/**
 * One {@code name=value} of the data area (数据区), as sent but for surrounding spaces.
 *
 * @param name for example {@code a21026-Avg}; case matters, as in the standard
 * @param value may be empty
 */
public record Field(String name, String value) {}
