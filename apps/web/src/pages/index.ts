// Every public page, each behind its door.

import type { Doors } from "../doors.ts";
import { accessibilityPage } from "./accessibility/page.tsx";
import { bodiesPage } from "./bodies/list.tsx";
import { bodyPage } from "./bodies/page.tsx";
import { checkReportForm, checkReportPage } from "./check-report/page.tsx";
import { listPage } from "./commitments/list.tsx";
import { commitmentHistoryPage } from "./commitments/history.tsx";
import { commitmentPage } from "./commitments/page.tsx";
import { changesPage } from "./changes/page.tsx";
import { correctionsPage } from "./corrections/page.tsx";
import { dataPackage } from "./data/package.ts";
import { dataPage } from "./data/page.tsx";
import { registerDownloads } from "./downloads/routes.ts";
import { drawFile } from "./draws/files.ts";
import { drawsPage } from "./draws/list.tsx";
import { drawPage } from "./draws/page.tsx";
import { drawSizePage } from "./draws/size.tsx";
import { ticketsPage } from "./draws/tickets.tsx";
import { evidenceFile } from "./evidence/file.ts";
import { health } from "./health/health.ts";
import { historyPage } from "./history/page.tsx";
import { indicatorsPage } from "./indicators/list.tsx";
import { indicatorPage } from "./indicators/page.tsx";
import { logPage } from "./log/page.tsx";
import { methodPage } from "./method/page.tsx";
import { offlinePage } from "./offline/page.tsx";
import { bodyPoster } from "./posters/body.tsx";
import { commitmentPoster } from "./posters/commitment.tsx";
import { checksPage } from "./checks/list.tsx";
import { checkPage } from "./checks/page.tsx";
import { subjectPage } from "./checks/subject.tsx";
import { problemsPage } from "./problems/list.tsx";
import { redactionsPage } from "./redactions/page.tsx";
import { problemPage } from "./problems/page.tsx";
import { roundFile } from "./problems/rounds/file.ts";
import { roundsPage } from "./problems/rounds/list.tsx";
import { roundPage } from "./problems/rounds/page.tsx";
import { silencePage } from "./silence/page.tsx";
import { robots, sitemap } from "./sitemap/sitemap.ts";
import { overviewPage } from "./overview/page.tsx";
import { verifierFile } from "./verify/file.tsx";
import { verifyPage } from "./verify/page.tsx";

export const registerPages = (doors: Doors): void => {
  const { open } = doors;
  // Before the pages: /commitments/download/csv must not be read as a commitment.
  registerDownloads(doors);
  open("GET /", overviewPage);
  open("GET /commitments", listPage);
  open("GET /commitments/:programme/:code", commitmentPage);
  open("GET /commitments/:programme/:code/history", commitmentHistoryPage);
  open("GET /commitments/:programme/:code/poster", commitmentPoster);
  open("GET /bodies", bodiesPage);
  open("GET /bodies/:code", bodyPage);
  open("GET /bodies/:code/poster", bodyPoster);
  open("GET /indicators", indicatorsPage);
  open("GET /indicators/:code", indicatorPage);
  open("GET /problems", problemsPage);
  // Before the problems: the rounds must not be read as a code.
  open("GET /problems/rounds", roundsPage);
  open("GET /problems/rounds/:month", roundPage);
  open("GET /problems/rounds/:month/download/:format", roundFile);
  open("GET /problems/:code", problemPage);
  open("GET /silence", silencePage);
  open("GET /draws", drawsPage);
  // Before the draws: no code is "size", since each ends with the number of its plan.
  open("GET /draws/size", drawSizePage);
  open("GET /draws/:code", drawPage);
  open("GET /draws/:code/tickets", ticketsPage);
  open("GET /draws/:code/download/:file", drawFile);
  open("GET /checks", checksPage);
  open("GET /checks/:code", checkPage);
  open("GET /checks/:code/:number", subjectPage);
  open("GET /evidence/:sha256/:name", evidenceFile);
  open("GET /method", methodPage);
  open("GET /data", dataPage);
  open("GET /data/datapackage.json", dataPackage);
  open("GET /history", historyPage);
  open("GET /corrections", correctionsPage);
  open("GET /redactions", redactionsPage);
  open("GET /changes", changesPage);
  open("GET /accessibility", accessibilityPage);
  open("GET /offline", offlinePage);
  open("GET /check-report", checkReportPage);
  open("POST /check-report", checkReportForm);
  open("GET /log", logPage);
  open("GET /verify", verifyPage);
  open("GET /verify/download/:file", verifierFile);
  open("GET /health", health);
};

/** What search engines read first, once for all languages. */
export const registerForSearchEngines = ({ open }: Doors): void => {
  open("GET /sitemap.xml", sitemap);
  open("GET /robots.txt", robots);
};
