/** The part of net-snmp that plays an agent. */
declare module 'net-snmp' {
  interface Request {
    done(): void;
  }

  interface Provider {
    readonly name: string;
    readonly type: number;
    readonly oid: string;
    readonly scalarType: number;
    readonly maxAccess: number;
    readonly handler?: (request: Request) => void;
  }

  interface Mib {
    registerProvider(provider: Provider): void;
    unregisterProvider(name: string): void;
    setScalarValue(name: string, value: string | number): void;
  }

  interface User {
    readonly name: string;
    readonly level: number;
    readonly authProtocol: string;
    readonly authKey: string;
    readonly privProtocol: string;
    readonly privKey: string;
  }

  export interface Agent {
    getMib(): Mib;
    getAuthorizer(): { addCommunity(community: string): void; addUser(user: User): void };
    close(): void;
  }

  const snmp: {
    createAgent(
      options: { port: number; address: string; disableAuthorization: boolean },
      callback: (error: Error | null) => void,
    ): Agent;
    readonly MibProviderType: { readonly Scalar: number };
    readonly MaxAccess: Readonly<Record<'read-only', number>>;
    readonly ObjectType: Readonly<Record<'TimeTicks' | 'OID' | 'OctetString', number>>;
    readonly SecurityLevel: { readonly authPriv: number };
    readonly AuthProtocols: { readonly sha256: string };
    readonly PrivProtocols: { readonly aes: string };
  };
  export default snmp;
}
