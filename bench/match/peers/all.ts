import { cel } from "./cel.ts";
import { jsonLogic, jsonLogicEngine } from "./json-logic.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import type { Peer } from "./peer.ts";
import { ucast } from "./ucast.ts";
import { zen } from "./zen.ts";

export const peers: readonly Peer[] = [ucast, jsonLogicEngine, jsonLogic, cel, zen, jsonRulesEngine];
