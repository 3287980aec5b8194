// SPDX-License-Identifier: GPL-3.0-or-later

/// The look of the report: one HTML page with its style and its few lines of script inside, so that it can
/// be mailed, printed and opened anywhere.
enum ReportTemplate {
  static let text = #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>What mend hears and says</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <header>
    <h1>What mend hears and says</h1>
    <p>{{summary}}</p>
    <label for="find">Find</label>
    <input id="find" type="search" placeholder="an intent, a word, a file" autocomplete="off">
    </header>
    <nav aria-label="Intents">
    <details open><summary>All intents</summary>
    {{#tiers}}
    <h2><a href="#tier-{{id}}">{{name}}</a> <small>{{count}}</small></h2>
    <ul>{{#intents}}<li><a href="#{{name}}">{{name}}</a></li>{{/intents}}</ul>
    {{/tiers}}
    </details>
    </nav>
    <main>
    <section id="coverage">
    <h2>What tests and saved talks reach</h2>
    <p class="dim">Tests are the examples in the rules. Talks are the transcripts beside them, without private sessions.</p>
    {{#parts}}
    <div class="part">
    <p><span>{{name}} <small>{{meaning}}</small></span> <span>{{reached}}&nbsp;of&nbsp;{{all}}</span></p>
    <div class="bar" role="img" aria-label="{{percent}} percent"><i style="width:{{percent}}%"></i></div>
    {{#hasMissed}}<details><summary>what nothing reaches</summary><ul class="missed">
    {{#missed}}<li>{{{name}}} <small>{{place}}</small></li>{{/missed}}
    {{#hasRest}}<li>… and {{rest}} more</li>{{/hasRest}}
    </ul></details>{{/hasMissed}}
    </div>
    {{/parts}}
    </section>
    <section id="findings">
    <h2>Findings</h2>
    <ul class="findings">
    {{#findings}}<li class="{{severity}}"><b>{{severity}}</b> {{message}}
    <small>{{place}} [{{code}}]</small></li>{{/findings}}
    {{^findings}}<li>None.</li>{{/findings}}
    </ul>
    </section>
    {{#tiers}}
    <section class="tier" id="tier-{{id}}">
    <h2>{{name}}</h2>
    {{#intents}}
    <article id="{{name}}">
    <h3>{{name}}</h3>
    <p class="about">{{about}}</p>
    <p class="reach{{#isUnreached}} none{{/isUnreached}}">Reached by {{tests}} and {{turns}} · <small>{{place}}</small></p>
    <h4>What it hears</h4>
    <p>{{#rules}}{{.}} {{/rules}}</p>
    <ul class="said">{{#sentences}}<li>{{.}}</li>{{/sentences}}</ul>
    <details><summary>{{templateCount}}</summary>
    <ul class="templates">{{#templates}}<li><code>{{{text}}}</code> <small>{{place}}</small></li>{{/templates}}</ul>
    </details>
    {{#hasExamples}}<h4>Examples</h4><ul class="said">{{#examples}}<li>{{.}}</li>{{/examples}}</ul>{{/hasExamples}}
    {{#hasCounterexamples}}<h4>Not meant</h4><ul class="said not">{{#counterexamples}}<li>{{.}}</li>{{/counterexamples}}</ul>{{/hasCounterexamples}}
    {{#hasRivals}}<h4>Rivals</h4><ul>{{#rivals}}<li>{{#isHere}}<a href="#{{name}}">{{name}}</a>{{/isHere}}{{^isHere}}{{name}}{{/isHere}}: {{how}}</li>{{/rivals}}</ul>{{/hasRivals}}
    {{#hasReplies}}<details><summary>{{replyCount}}</summary>
    {{#replies}}<blockquote><p>{{text}} {{#ask}}<b>{{ask}}</b>{{/ask}}{{#step}}<b>{{step}}</b>{{/step}}</p>
    {{#yes}}<p><i>yes:</i> {{yes}}</p>{{/yes}}{{#no}}<p><i>no:</i> {{no}}</p>{{/no}}
    <footer>{{when}} {{place}}</footer></blockquote>{{/replies}}
    </details>{{/hasReplies}}
    {{#hasKnowledge}}<h4>Knowledge</h4><ul>{{#knowledge}}<li>{{title}} <small>{{id}}</small></li>{{/knowledge}}</ul>{{/hasKnowledge}}
    </article>
    {{/intents}}
    </section>
    {{/tiers}}
    </main>
    <script>{{{script}}}</script>
    </body>
    </html>

    """#

  static let style = """
    :root{color-scheme:light dark;--ink:#1d2430;--dim:#5b6472;--page:#fbfaf7;--card:#fff;--line:#e2dfd7;\
    --mark:#1f6f5c;--bad:#a3361f}
    @media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--dim:#a0a7b2;--page:#15181d;--card:#1d2127;\
    --line:#333a44;--mark:#6fc7ae;--bad:#f0937c}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif;\
    overflow-wrap:anywhere}
    header,nav,main{padding:1rem}
    header{border-bottom:1px solid var(--line)}
    h1{font-size:1.5rem;margin:0}
    header p{margin:.25rem 0 .75rem;color:var(--dim)}
    input{width:100%;max-width:28rem;display:block;padding:.5rem .6rem;font:inherit;color:inherit;\
    background:var(--card);border:1px solid var(--line);border-radius:6px}
    h2{font-size:1.2rem;margin:1.5rem 0 .5rem}
    h3{font-size:1.05rem;margin:0}
    h4{font-size:.8rem;margin:.9rem 0 .2rem;color:var(--dim);text-transform:uppercase;letter-spacing:.04em}
    ul{margin:.2rem 0;padding-left:1.1rem}
    small,footer{color:var(--dim);font-size:.8rem}
    a{color:var(--mark)}
    summary{cursor:pointer;color:var(--mark);padding:.2rem 0}
    nav h2{font-size:.95rem;margin:.8rem 0 .1rem}
    nav ul{list-style:none;padding:0;font-size:.9rem}
    nav li a{display:block;padding:.15rem 0;text-decoration:none}
    article{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem;\
    margin:0 0 1rem;scroll-margin-top:1rem}
    .about{margin:.2rem 0}
    .reach{margin:.2rem 0;color:var(--dim)}
    .reach.none{color:var(--bad)}
    .said{list-style:none;padding:0}
    .said li::before{content:"“"}
    .said li::after{content:"”"}
    .not li::before{content:"✗ “"}
    .not li{color:var(--dim)}
    .dim{color:var(--dim);margin:.2rem 0 .8rem}
    code{font:.85rem/1.4 ui-monospace,monospace}
    blockquote{margin:.5rem 0;padding:.1rem .8rem;border-left:3px solid var(--mark)}
    blockquote p{margin:.3rem 0}
    .part{margin:.4rem 0}
    .part p{display:flex;justify-content:space-between;gap:1rem;margin:0}
    .part summary{font-size:.9rem}
    .part p span:last-child{white-space:nowrap}
    .bar{height:.5rem;background:var(--line);border-radius:4px;overflow:hidden}
    .bar i{display:block;height:100%;background:var(--mark)}
    .missed,.findings{font-size:.9rem;max-height:24rem;overflow:auto}
    .missed{margin-bottom:1rem}
    .missed li,.templates li{margin:.2rem 0}
    .findings .error b{color:var(--bad)}
    [hidden]{display:none}
    @media(min-width:60rem){
    body{display:grid;grid-template-columns:17rem minmax(0,52rem);justify-content:center;column-gap:1.5rem}
    header{grid-column:1/-1}
    nav{position:sticky;top:0;height:100vh;overflow:auto;border-right:1px solid var(--line)}
    }
    @media print{nav,input,label{display:none}}
    """

  static let script = """
    const find=document.getElementById('find');
    const cards=[...document.querySelectorAll('article')].map(card=>[card,card.textContent.toLowerCase()]);
    const links=[...document.querySelectorAll('nav li')];
    find.addEventListener('input',()=>{
      const words=find.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const shown=new Set();
      for(const[card,text]of cards){
        card.hidden=!words.every(word=>text.includes(word));
        if(!card.hidden)shown.add(card.id);
      }
      for(const link of links)link.hidden=!shown.has(link.textContent);
      for(const tier of document.querySelectorAll('.tier'))
        tier.hidden=!tier.querySelector('article:not([hidden])');
      for(const id of['coverage','findings'])document.getElementById(id).hidden=words.length>0;
    });
    if(matchMedia('(max-width:60rem)').matches)document.querySelector('nav details').open=false;
    """
}
