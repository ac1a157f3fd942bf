// kintone の追加・編集画面に「使える支援策を調べる」ボタンを置き、判定と金額をレコードに書き込みます（README.md 参照）。
(() => {
  const settings = {
    /** ボタンと質問票を置くスペースフィールドの要素 ID */
    space: "chizai_navi",
    /** 制度を読む日が入る日付フィールド */
    asOf: "基準日",
    /** 空なら chizai-navi.form.js で判定し、何も送信しない。"https://…/chizai-navi" と書けばそのサーバーに送って判定する */
    server: "",
    /** フィールド → 会社の情報。空のフィールドは「不明」として扱い、推測しない */
    facts: [
      {
        field: "組織形態",
        fact: "company.legalForm",
        options: { 株式会社: "stock-company", 合同会社: "limited-liability-company", 個人事業主: "sole-proprietor" },
      },
      {
        field: "業種",
        fact: "company.industry",
        options: { 製造業: "manufacturing", 卸売業: "wholesale", 小売業: "retail", サービス業: "service" },
      },
      { field: "資本金", fact: "company.statedCapital" },
      { field: "従業員数", fact: "company.regularEmployees" },
      { field: "設立日", fact: "company.foundedOn" },
      { field: "都道府県", fact: "company.prefecture" },
      {
        field: "相談内容",
        fact: "needs",
        options: { 外国出願: "overseas-filing", 模倣品: "counterfeits", 早期の審査: "fast-examination", 料金: "fees" },
      },
    ],
    /** テーブル → 一覧。空の行は数えず、行がなければ「不明」。書いた行ですべてとみなす */
    lists: [
      {
        table: "外国出願",
        fact: "overseas.filings",
        columns: [
          {
            field: "権利",
            fact: "right",
            options: { 特許: "patent", 実用新案: "utility-model", 意匠: "design", 商標: "trademark" },
          },
          { field: "出願国", fact: "country" },
          { field: "対象経費", fact: "cost" },
          { field: "案件", fact: "basis" },
        ],
      },
    ],
    /** 支援策 → 書き込むフィールド（判定は文字列、金額は数値） */
    results: [
      {
        measure: "foreign-filing-subsidy",
        verdict: "外国出願補助金_判定",
        least: "外国出願補助金_下限",
        most: "外国出願補助金_上限",
      },
      {
        measure: "examination-fee-reduction",
        verdict: "審査請求料_判定",
        least: "審査請求料_下限",
        most: "審査請求料_上限",
      },
    ],
  };

  const verdictWords = { eligible: "対象", undetermined: "要確認", ineligible: "対象外" };

  /** 利用者が直せる誤り */
  class Fault extends Error {}

  const cell = (record, code) => {
    if (record[code] === undefined) throw new Fault(`フィールドコード「${code}」がフォームにありません。`);
    return record[code];
  };

  /** 空のフィールドは undefined。選択肢は対応表にあるものだけを読む */
  function read(record, { field, options }) {
    const { value } = cell(record, field);
    const texts = [value ?? []].flat().map((each) => String(each).trim());
    const given = texts.filter((each) => each !== "");
    if (given.length === 0) return undefined;
    const coded = given.map((text) => {
      if (options === undefined) return text;
      if (!Object.hasOwn(options, text)) throw new Fault(`「${field}」の「${text}」が対応表にありません。`);
      return options[text];
    });
    return Array.isArray(value) ? coded : coded[0];
  }

  function put(target, path, value) {
    if (value === undefined) return;
    const keys = path.split(".");
    const last = keys.pop();
    let holder = target;
    for (const key of keys) {
      holder[key] ??= {};
      holder = holder[key];
    }
    holder[last] = value;
  }

  function rowsOf(record, { table, columns }) {
    const rows = cell(record, table).value.map((row) => {
      const entry = {};
      for (const column of columns) put(entry, column.fact, read(row.value, column));
      return entry;
    });
    const written = rows.filter((entry) => Object.keys(entry).length > 0);
    return written.length === 0 ? undefined : written;
  }

  function profileOf(record) {
    const profile = {};
    for (const each of settings.facts) put(profile, each.fact, read(record, each));
    for (const each of settings.lists) put(profile, each.fact, rowsOf(record, each));
    return profile;
  }

  /** 円。補助金は受け取る額、料金の減免は安くなる額。金額の定めがなければ空欄にする */
  function amountOf(estimate) {
    const interval =
      estimate?.kind === "subsidy" ? estimate : estimate?.kind === "fee-reduction" ? estimate.saved : null;
    return { least: interval?.min ?? "", most: interval?.max ?? "" };
  }

  /** 編集中のレコードに書き込む。保存は人が確かめてから行う */
  function write({ results }) {
    const { record } = kintone.app.record.get();
    for (const { measure, verdict, least, most } of settings.results) {
      const result = results.find((each) => each.measure.id === measure);
      if (result === undefined) throw new Fault(`支援策「${measure}」は収録されていません。`);
      const amount = amountOf(result.estimate);
      cell(record, verdict).value = verdictWords[result.eligibility];
      cell(record, least).value = String(amount.least);
      cell(record, most).value = String(amount.most);
    }
    kintone.app.record.set({ record });
  }

  /** 自分のサーバーで判定する */
  async function assessThere(profile, asOf) {
    const response = await fetch(`${settings.server}/assess?lang=ja`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ profile, asOf }),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Fault(
      [answer.detail, ...(answer.issues ?? []).map(({ path, message }) => `${path}: ${message}`)].join("\n"),
    );
  }

  /** この画面の中で判定する。質問に答えるたびに書き込み直す */
  function assessHere(profile, asOf, space, attempt) {
    if (customElements.get("chizai-navi") === undefined)
      throw new Fault("chizai-navi.form.js が読み込まれていません。このファイルより先に並べてください。");
    const form = document.createElement("chizai-navi");
    form.asOf = asOf;
    form.profile = profile;
    form.addEventListener("assessment", ({ detail }) => attempt(() => write(detail)));
    space.replaceChildren(form);
  }

  function show(event) {
    const place = kintone.app.record.getSpaceElement(settings.space);
    if (place === null) return event;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "使える支援策を調べる";
    const message = document.createElement("p");
    message.setAttribute("role", "status");
    const space = document.createElement("div");
    place.replaceChildren(button, message, space);

    const attempt = async (act) => {
      try {
        message.textContent = "";
        await act();
      } catch (error) {
        // 通信の失敗などは英語の短い文になる
        message.textContent = error instanceof Fault ? error.message : `調べられませんでした（${error.message}）。`;
      }
    };
    button.addEventListener("click", () =>
      attempt(async () => {
        const { record } = kintone.app.record.get();
        const asOf = read(record, { field: settings.asOf });
        if (asOf === undefined)
          throw new Fault(`「${settings.asOf}」を入力してください。制度はその日の内容で読みます。`);
        const profile = profileOf(record);
        if (settings.server === "") assessHere(profile, asOf, space, attempt);
        else write(await assessThere(profile, asOf));
      }),
    );
    return event;
  }

  kintone.events.on(["app.record.create.show", "app.record.edit.show"], show);
})();
