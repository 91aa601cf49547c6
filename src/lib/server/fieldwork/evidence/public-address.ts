import { BlockList, isIP } from 'node:net';

/** Addresses that lead into our own network or nowhere: asking them on somebody's behalf would show its servers. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3]
] as const)
	PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
	['::', 96],
	['64:ff9b::', 96],
	['100::', 64],
	['2001:db8::', 32],
	['2002::', 16],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8]
] as const)
	PRIVATE.addSubnet(net, bits, 'ipv6');

/** Tells whether an IP address is one of the open internet. An IPv4 address written as IPv6 counts as IPv4. */
export function isPublicAddress(address: string): boolean {
	const version = isIP(address);
	if (version === 0) return false;
	return !PRIVATE.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
