import { servedEndpoints } from '@omc/api';
import { expect, it } from 'vitest';
import { isInterface, servedOperation } from './served-operation.js';

it('finds each operation that there is, and tells what is written out from what is a parameter', () => {
  for (const { path, endpoint, operationId } of servedEndpoints) {
    const found = servedOperation(endpoint.method, path.replace(/:\w+/g, 'x'));
    expect(found, path).toMatchObject({ operation: { operationId } });
    expect(isInterface(path), path).toBe(true);
  }
  expect(servedOperation('GET', '/api/v1/alarms/summary')).toMatchObject({
    operation: { operationId: 'summariseAlarms' },
  });
});

it('takes a path as the router does: in any case, with or without a slash at the end', () => {
  expect(servedOperation('GET', '/API/v1/Alarms/')).toMatchObject({
    operation: { operationId: 'listAlarms' },
  });
  expect(isInterface('/API/v1/Alarms/')).toBe(true);
});

it('names the methods of a path, and knows no path that is longer or shorter', () => {
  expect(servedOperation('PUT', '/api/v1/nes')).toEqual({ allow: ['GET', 'HEAD', 'POST'] });
  expect(servedOperation('HEAD', '/api/v1/nes')).toMatchObject({ operation: { operationId: 'listNes' } });
  for (const path of ['/api/v1', '/api/v1/nes/a/b/c', '/api/v1/alarms/', '/api/openapiXjson'])
    expect(servedOperation('GET', path) === undefined, path).toBe(path !== '/api/v1/alarms/');
});
