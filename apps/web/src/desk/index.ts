// The staff's side of the ledger: signing in, the first set-up, and the desk.

import type { Doors } from "../doors.ts";
import { registerImport } from "./import/index.tsx";
import { registerAccountPage } from "./account-page.tsx";
import { registerAccounts } from "./accounts.tsx";
import { registerBackupCodes } from "./backup-codes.tsx";
import { registerBodies } from "./bodies.tsx";
import { registerCommitmentEdit } from "./commitment-edit.tsx";
import { commitmentPage } from "./commitment-page.tsx";
import { commitments } from "./commitments.tsx";
import { registerFigureRecord } from "./figure-record.tsx";
import { registerFigures } from "./figures/index.tsx";
import { home } from "./home.tsx";
import { registerIndicators } from "./indicators.tsx";
import { registerJurisdiction } from "./jurisdiction.tsx";
import { registerMilestone } from "./milestone.tsx";
import { registerOwnAccount } from "./own-account.tsx";
import { registerOwnPassword } from "./own-password.tsx";
import { registerProgrammes } from "./programmes.tsx";
import { registerProgress } from "./progress.tsx";
import { registerSecondStep } from "./second-step.tsx";
import { registerSecondStepOff } from "./second-step-off.tsx";
import { registerSetUp } from "./setup.tsx";
import { registerSignIn } from "./sign-in.tsx";
import { registerSignInCode } from "./sign-in-code.tsx";
import { registerStages } from "./stages.tsx";
import { registerVerdict } from "./verdict.tsx";

export const registerDesk = (doors: Doors): void => {
  registerSignIn(doors);
  registerSignInCode(doors);
  registerSetUp(doors);
  doors.open("GET /desk", home);
  doors.open("GET /desk/commitments", commitments);
  // Before the addresses of single commitments, whose programme could otherwise be called "new".
  registerCommitmentEdit(doors);
  registerStages(doors);
  doors.open("GET /desk/commitments/:programme/:code", commitmentPage);
  registerProgress(doors);
  registerMilestone(doors);
  registerVerdict(doors);
  registerIndicators(doors);
  registerFigureRecord(doors);
  registerFigures(doors);
  registerBodies(doors);
  registerProgrammes(doors);
  registerAccounts(doors);
  registerAccountPage(doors);
  registerOwnAccount(doors);
  registerOwnPassword(doors);
  registerSecondStep(doors);
  registerSecondStepOff(doors);
  registerBackupCodes(doors);
  registerJurisdiction(doors);
  registerImport(doors);
};
