// Public figures and planning assumptions used to build and validate the shipped scenarios, one per line.

export interface Fact {
  /** A–D: a public figure. N: an assumption, if there is no public figure; its source is the reason. */
  readonly id: string;
  readonly quantity: string;
  /** One number; twelve for a monthly quantity, January first. */
  readonly value: number | readonly number[];
  readonly low?: number;
  readonly high?: number;
  /** The meaning of low and high; only `spread` is uncertainty. */
  readonly range?: string;
  readonly unit: string;
  /** The year of the figure. */
  readonly year?: number;
  readonly source: string;
  readonly url?: string;
}

/** id | quantity | value | low | high | range | unit | year | source | address. Empty: not given. */
const table = `
A001 | Zhezkazgan-Beyneu railway length | 988 |  |  |  | km | 2014 | RailTurkey: Kazakhstan opens new railway lines | https://railturkey.org/2014/09/17/kazakhstan-opens-new-railway-lines/
A002 | Service speed before / after Dostyk-Moyynty second track | 1500 | 800 | 1500 | before-after | km/day | 2022 | Kazinform: Kazakhstan to implement several projects to increase transit | https://en.inform.kz/news/kazakhstan-to-implement-several-projects-to-increase-transit-transportations_a3992304/
A004 | Dostyk-Moyynty line length (second track) | 836 |  |  |  | km | 2024 | Trend: Kazakhstan plans to launch second track of Dostyk-Moyinty (1 Jul 2024) | https://en.trend.az/casia/kazakhstan/3918318.html
A005 | Dostyk-Moyynty capacity before -> after | 60 | 12 | 60 | before-after | train pairs/day | 2025 | Qazinform: Dostyk-Moyinty Railway launch: what it means for Kazakhstan (30 Sep 2025) | https://qazinform.com/news/dostyk-moyinty-railway-launch-what-it-means-for-kazakhstan-822243
A006 | Dostyk-Moyynty trains on new track per day (30 Sep 2025-4 Jan 2026) | 18 |  |  |  | trains/day | 2025 | Kazinform RU: Kak realizuetsya propusknoy potentsial vtoroy linii Dostyk-Moyynty | https://www.inform.kz/ru/kak-realizuetsya-propusknoy-potentsial-vtoroy-linii-dostik-moyinti-9d5a3d
A007 | Dostyk-Moyynty trains on old track per day (30 Sep 2025-4 Jan 2026) | 19 |  |  |  | trains/day | 2025 | Kazinform RU: Kak realizuetsya propusknoy potentsial vtoroy linii Dostyk-Moyynty | https://www.inform.kz/ru/kak-realizuetsya-propusknoy-potentsial-vtoroy-linii-dostik-moyinti-9d5a3d
A011 | TEU per China-Baku block train | 105 | 100 | 110 | spread | TEU/train | 2024 | Trend: Hasanli interview (4 Feb 2025) | https://en.trend.az/business/4001365.html
A017 | Middle Corridor rail / sea length | 4250 |  |  |  | km rail | 2024 | Forkliftaction: new multimodal port in Georgia | https://www.forkliftaction.com/news/new-multimodal-port-in-georgia.aspx?n=28426
A022 | Kalbatau-Maikapchagai road reconstructed | 415 |  |  |  | km | 2025 | Kazinform RU (8 Nov 2025) | https://www.inform.kz/ru/zatori-u-maykapchagay-sokratilis-trassu-rasshirili-do-shesti-polos-6d0a53
A023 | PRC rail speed without delay 2023 | 80.2 |  |  |  | km/h | 2023 | CAREC CPMM 2023 report: PRC (Table 6.7) | https://cpmm.carecprogram.org/?p=477
A025 | TITR rail / sea length | 4256 |  |  |  | km rail | 2025 | silkroute.news issue 511 (26 Nov 2025) | https://silkroute.news
A028 | Horgos-Urumqi | 670 |  |  |  | km | 2017 | Xinhua (8 June 2017) (mirror of people.cn/Xinhua) | http://lucaturilli.net/n3/2017/0608/c90000-9226072.html
A029 | Horgos-Almaty | 370 |  |  |  | km | 2017 | Xinhua (8 June 2017) (mirror of people.cn/Xinhua) | http://lucaturilli.net/n3/2017/0608/c90000-9226072.html
A031 | Zhetygen-Khorgos (Altynkol) railway | 293 | 293 | 294 | spread | km | 2013 | Tengrinews (25 Apr 2013; Dec 2011) | https://en.tengrinews.kz/industry_infrastructure/freight-traffic-on-zhetygen-korgas-railroad-to-make-2-18693
A032 | Almaty-1 - Shu line | 306 |  |  |  | km | 2015 | txk.kz / KTZ: Nurly Zhol in action | https://txk.kz/index.php/en/news/67-nurly-zhol-in-action
A034 | Lanzhou-Urumqi (Lanxin railway) | 1904 |  |  |  | km | 2014 | oenc.net / wiki copies: Lanzhou-Xinjiang railway | http://oenc.net/2703473.html
A035 | Urumqi-Alashankou (Northern Xinjiang railway) | 477 | 460 | 477 | spread | km | 2012 | wiki-org.ru: Lanxin railway (477); wikicestina: Northern Xinjiang railway (460) | http://wiki-org.ru/wiki/Ланьсиньская_железная_дорога
A038 | Chinese train length / 1520 train length (3-to-2 consolidation at Dostyk) | 61 | 41 | 62 | variants | FEU/train | 2017 | npktrans.ru: Novyy printsip formirovaniya tranzitnykh konteynernykh poezdov | https://npktrans.ru/media/novosti/novyi-prinfip-formirovaniya-tranzitnykh-konteinernykh-poezdov-aprobiruyut-v-kazakhstane
A040 | Beyneu-Mangystau railway | 404 |  |  |  | km | 2024 | xalqqazeti.az / AZERTAC (Kazakh Ministry of Transport) | https://www.xalqqazeti.az/ru/sosial-heyat/223593-kazaxstan-moderniziruet-transport-manqistauskoy-oblasti
A041 | Baku-Boyuk Kesik railway | 500 | 500 | 600 | spread | km | 2018 | Region Plus 2015 (500 km line); Azernews 2018 (600 km of track works) | http://regionplus.az/en/articles/view/5542
A047 | Bakhty-Ayagoz (KTZ Sept 2025 figure) | 295 | 272 | 295 | spread | km | 2025 | Trend (17 Sep 2025) | https://www.trend.az/business/transport/4091560.html
A054 | Average speed of transit container trains in Kazakhstan 2018 | 941 |  |  |  | km/day | 2018 | RailFreight: Faster and more trains through Kazakhstan this year | https://www.railfreight.com/business/2018/08/02/faster-and-more-trains-through-kazakhstan-this-year/
A057 | Poti-Tbilisi railway | 310 |  |  |  | km | 2000 | Japan Railway & Transport Review 24: Developments at Georgian Railway | http://www.ejrcf.or.jp/jrtr/jrtr24/f42_gor.html
A058 | Almaty-border by Dostyk before Altynkol line | 700 |  |  |  | km | 2016 | UNESCAP mission report (docslib): seamless rail-based intermodal transport | https://docslib.org/doc/1596878/development-of-seamless-rail-based-intermodal-transport-services-in-northeast-and-central-asia
B001 | Xi'an Kazakhstan terminal annual handling capacity (at opening) | 66500 |  |  |  | TEU/yr | 2024 | nevsehir-ajans.com.tr: Kazakistan, Cin ile nakliye ve lojistik terminali insa ederek... | https://nevsehir-ajans.com.tr/author/ruf3/page/465
B002 | Xi'an Kazakhstan terminal annual handling capacity (later reports) | 133000 |  |  |  | TEU/yr | 2025 | Times of Central Asia: Kazakhstan's Terminal in Xi'an Drives Surge in China-Europe Freight | https://timesca.com/kazakhstans-terminal-in-xian-drives-surge-in-china-europe-freight/
B003 | Xi'an Kazakhstan terminal throughput 2024 | 23000 |  |  |  | TEU | 2024 | Times of Central Asia: Kazakhstan's Terminal in Xi'an Drives Surge in China-Europe Freight | https://timesca.com/kazakhstans-terminal-in-xian-drives-surge-in-china-europe-freight/
B007 | Xi'an Kazakhstan terminal throughput target 2030 | 83000 |  |  |  | TEU/yr | 2030 | Times of Central Asia: Kazakhstan's Terminal in Xi'an Drives Surge in China-Europe Freight | https://timesca.com/kazakhstans-terminal-in-xian-drives-surge-in-china-europe-freight/
B008 | Xi'an Kazakhstan terminal land plot | 8 |  |  |  | ha | 2023 | Kazinform: Kazakhstan Railways expands logistics ties with China | https://www.inform.kz/en/kazakhstan-railways-expands-logistics-ties-with-china_a4041442/amp
B010 | Transit China-Europe-China via Kazakh centre in Xi'an (9 months 2024) | 24000 |  |  |  | TEU | 2024 | Prime Minister of Kazakhstan (November 2024) | https://primeminister.kz
B011 | Aktau container hub design capacity | 300000 |  |  |  | TEU/yr | 2024 | Prime Minister of Kazakhstan (November 2024) | https://primeminister.kz
B014 | Aktau container hub: capacity before/after (2022 plan) | 215000 | 40000 | 215000 | before-after | TEU/yr | 2022 | Kazinform: Kazakhstan to build container hub in Aktau Port | https://en.inform.kz/news/kazakhstan-to-build-container-hub-in-aktau-port_a3992218/
B015 | Aktau container hub site area | 24 |  |  |  | ha | 2024 | Silkway TV: Construction begins on modern container hub in Aktau port | https://silkwaytv.kz/en/construction-begins-on-modern-container-hub-in-aktau-port_51102
B016 | Aktau container hub phase 1 completion / capacity | 200000 |  |  |  | TEU/yr | 2025 | Trend: new seaport in Aktau (25 Nov 2025) | https://www.trend.az/casia/kazakhstan/4121782.html
B018 | Aktau container hub capacity (Italian source) | 240000 |  |  |  | TEU/yr | 2024 | AIOM FVG | https://aiom.fvg.it/?p=7824
B022 | Khorgos Gateway train transshipment time (45-50 cars) | 55 | 47 | 71 | spread | min | 2021 | Astana Times: Cargo traffic of KTZE-Khorgos Gateway | https://astanatimes.com/2021/08/cargo-traffic-of-ktze-khorgos-gateway-dry-port-on-kazakh-chinese-border-continues-operation-despite-pandemic/
B023 | Khorgos Gateway gantry cranes (RMG) | 3 |  |  |  | cranes | 2021 | Astana Times: Cargo traffic of KTZE-Khorgos Gateway | https://astanatimes.com/2021/08/cargo-traffic-of-ktze-khorgos-gateway-dry-port-on-kazakh-chinese-border-continues-operation-despite-pandemic/
B026 | Khorgos Gateway train capacity before / after second transshipment front | 20 | 9 | 20 | before-after | trains/day | 2022 | RailFreight: Khorgos terminal doubles capacity (6 Oct 2022) | https://www.railfreight.com/beltandroad/2022/10/06/khorgos-terminal-doubles-capacity-a-solution-to-congested-borders/
B029 | Feeder vessel Turkestan capacity | 225 |  |  |  | TEU | 2019 | UIC eNews 644: regular feeder service on the Trans-Caspian route is launched | https://uic.org/com/enews/nr/644/article/kazakhstan-a-regular-feeder-service-on-the-trans-caspian-route-is-launched
B031 | Feeder fleet on Aktau-Alat (KMTF 4 + ASCO 2) capacity | 89000 |  |  |  | TEU/yr | 2025 | sia.az / Report (forecast for 2025) | https://sia.az/en/news/economy/1235452.html
B035 | Baku port container throughput 2024 | 76775 |  |  |  | TEU | 2024 | Trend: Hasanli interview (4 Feb 2025) | https://en.trend.az/business/4001365.html
B038 | Baku port container capacity phase 2 | 500000 |  |  |  | TEU/yr | 2025 | Trend (18 Dec 2025) | https://www.trend.az/business/4131566.html
B039 | Baku port berths used for containers | 3 |  |  |  | berths | 2025 | Trend (3 Jun 2025) | https://en.trend.az/business/4052708.html
B040 | TITR protocol maximum vessel load/unload time | 30 |  |  |  | h | 2024 | Trend (3 Jun 2025) | https://en.trend.az/business/4052708.html
B042 | Aktau ship load reduction due to low water | 0.83 | 0.75 | 0.96 | spread | fraction of nominal | 2025 | ckhq.net citing Kazinform (2 May 2025) | http://en.ckhq.net/html/0ae08f45f715a561ec75279deb7a16d6.html
B043 | Aktau dredging target depth | 7.7 |  |  |  | m | 2025 | Report.az: Kazakhstan's Aktau port to launch dredging works in June | https://report.az/en/infrastructure/kazakhstan-s-aktau-port-to-launch-dredging-works-in-june
B046 | Aktau port container capacity before hub -> end-2026 | 240000 | 70000 | 240000 | before-after | TEU/yr | 2025 | 365info.kz: Novyy konteynernyy hab v Aktau usilivaet transkaspiyskiy marshrut | https://365info.kz/2025/07/novyj-kontejnernyj-hab-v-aktau-usilivaet-transkaspijskij-marshrut
B048 | Aktau dredging depth gained | 1.75 | 1.5 | 2 | spread | m | 2025 | Bizmedia: V portu Aktau nachalis raboty po uglubleniyu dna | https://bizmedia.kz/2025-05-10-v-portu-aktau-nachalis-raboty-po-uglubleniyu-dna-kaspiya/amp
B061 | Poti TransTerminal capacity | 80000 | 80000 | 200000 | variants | TEU/yr | 2025 | Railway Gazette: Poti intermodal terminal opens | https://www.railwaygazette.com/freight/poti-intermodal-terminal-opens-as-a-focal-point-for-the-middle-corridor/68961.article
B062 | Altynkol-Khorgos trains handed to China per day before March 2025 | 8 |  |  |  | trains/day | 2025 | KTZ: Record volume of train transfers to China via Altynkol | https://railways.kz/en/news2025/record-volume-train-transfers-china-altynkol-ijp/
B063 | Dostyk-Alashankou trains handed over per day: before / plan July 2025 | 28 | 14 | 28 | before-after | trains/day | 2025 | KTZ: Record volume of train transfers to China via Altynkol | https://railways.kz/en/news2025/record-volume-train-transfers-china-altynkol-ijp/
B064 | Dostyk record trains to China in one day (9 July 2025) | 28 |  |  |  | trains/day | 2025 | agrosearch.kz: Dostyk Breaks Records | https://agrosearch.kz/en/news/dostyk-byot-rekordy-za-sutki-v-kitai-otpravleno-645-tys-tonn-gruzov
B067 | Dostyk Trans Terminal trains a day | 3 | 3 | 12 | before-after | trains/day | 2021 | gruz-perevozchik.ru (23 Aug 2021) | http://gruz-perevozchik.ru/page/357
B073 | Storm days on the Caspian in January (sailings stopped) | 10 |  |  |  | days/month | 2026 | inbusiness.kz citing Argus: Shtormy na Kaspii vzvintili tseny | https://www.inbusiness.kz/ru/last/shtormy-na-kaspii-vzvintili-ceny-kontejnery-po-tmtm-podorozhali
B074 | Share of time Kuryk port is closed by weather Nov-Dec | 50 |  |  |  | % | 2024 | Turan: Azerbaijan's Refurbished Ferry Shahdag Resumes Route | https://turan.az/en/economics/azerbaijans-refurbished-ferry-shahdag-resumes-route-to-ease-port-congestion-788474
B077 | Aktau container hub phase 1 capacity | 140000 |  |  |  | TEU/yr | 2025 | Report.az: Kazakhstan purchasing 6 new container ships (26 Nov 2025) | https://report.az/en/infrastructure/kazakhstan-purchasing-6-new-container-ships-to-increase-cargo-traffic-along-middle-corridor
B078 | Aktau container hub phase 2 capacity | 240000 |  |  |  | TEU/yr | 2026 | Report.az (26 Nov 2025) | https://report.az/en/infrastructure/kazakhstan-purchasing-6-new-container-ships-to-increase-cargo-traffic-along-middle-corridor
B079 | Kazmortransflot container ships on order | 6 |  |  |  | vessels | 2027 | Report.az (26 Nov 2025) | https://report.az/en/infrastructure/kazakhstan-purchasing-6-new-container-ships-to-increase-cargo-traffic-along-middle-corridor
B081 | Feeder vessel Barys record load | 314 |  |  |  | TEU | 2021 | albelogistik.kz: Pogruzheno rekordnoe chislo konteynerov 314 DFE na Barys | http://albelogistik.kz/content/pogruzheno-rekordnoe-chislo-konteynerov-314-dfe-na-kazahstanskoe-fidernoe-sudno-barys
B082 | Feeder vessel Turkestan length / capacity | 225 |  |  |  | TEU | 2019 | translogistica.kz: V morskom portu Aktau zapustili regulyarnoe fidernoe soobshchenie | https://translogistica.kz/ru/media-tsentr/otraslevye-novosti/682-v-morskom-portu-aktau-zapustili-regulyarnoe-fidernoe-soobshchenie
B085 | Ships to be bought in Azerbaijan by 2027 | 700 |  |  |  | containers/ship | 2027 | Trend RU (25 Nov 2025) | https://ru.trend.az/casia/kazakhstan/4121769.html
B092 | Aktau port container capacity before -> after hub (presidential press service) | 240000 | 140000 | 240000 | before-after | TEU/yr | 2025 | ICE / Interfax | https://aziendeaccordi.ice.it/it/news/notizie-dal-mondo/283087
B094 | Aktau universal dry-cargo berths | 3 |  |  |  | berths | 2023 | kazpress.kz (July 2023) | https://kazpress.kz/amp/kak-razvivaiutsia-porty-kaspiia-na-peresechenii-mezhdunarodnykh-torgovykh-putei
B096 | Baku dry cargo terminal container storage | 1200 |  |  |  | containers | 2021 | AZvision (7 Dec 2021) | https://de.azvision.az/news/103197/aserbaidschan-gibt-prognose-für-die-gesamtfrachtlieferung-über-den-internationalen-handelshafen-baku-für-2021-bekannt.html
B101 | Aktau container hub: before -> after, cost 20.7 bn KZT | 240000 | 140000 | 240000 | before-after | TEU/yr | 2025 | Times of Central Asia: Will the Port of Aktau Become the Logistical Heart | https://timesca.com/will-the-port-of-aktau-become-the-logistical-heart-of-the-trans-caspian-route
B102 | Aktau port plan stage 1 (2024-2025) capacity | 250000 |  |  |  | TEU/yr | 2024 | gruzingeo.com: KTLF24 Role of the Port of Aktau | https://gruzingeo.com/ru/ktlf24-role-of-the-port-of-aktau-in-the-system-of-international-transport-corridors
B104 | Altynkol-Khorgos trains handed to China per day, October 2025 (before, reduced, worst days) | 10 | 6 | 14 | variants | trains/day | 2025 | BAQ.KZ: KTZ limits grain because of congestion at the Chinese border (28 Oct 2025) | https://rus.baq.kz/ktzh-ogranichil-otpravku-zerna-iz-za-zatorov-na-kitayskoy-granitse_300025685/
B105 | Container trains that may be loaded for Altynkol-Khorgos, all regions together, 23-25 Dec 2024 | 4 |  |  |  | trains/day | 2024 | Sputnik Kazakhstan (23 Dec 2024) | https://ru.sputnik.kz/amp/20241223/kazakhstanskie-zheleznye-dorogi-vveli-ogranicheniya-49483850.html
B108 | Trains exchanged per day on 1520 mm, Dostyk to Alashankou, 2019 | 14 | 12 | 14 | before-after | trains/day | 2019 | rail-news.kz: transport record of Dostyk | https://rail-news.kz/index.php/ru/passenger-transportation/5565-transportnyy-rekord-stancii-dostyk.html
C010 | CAREC rail speed without delay (SWOD) 2022 | 53.9 |  |  |  | km/h | 2022 | CAREC CPMM Annual Report 2022 key results | https://cpmm.carecprogram.org/?p=130
C016 | Xi'an-Baku regular daily train (July 2024) | 12 |  |  |  | days | 2024 | Trend (4 Jul 2024) | https://en.trend.az/business/transport/3919770.html
C020 | China-Europe by TITR block train average | 22.5 | 20 | 25 | spread | days | 2024 | Menafn/Trend Jan 2024 | https://menafn.com/1107722132/First-Container-Train-From-China-Arrives-To-Azerbaijan-Via-Middle-Corridor-In-2024
C021 | Kuryk weather closure May 2022: waves / wind / duration | 5 | 4 | 6 | spread | days | 2022 | sea-news.az: Strong wind blocks navigation in Caspian Sea | https://sea-news.az/2022/05/09/strong-wind-blocks-navigation-in-caspian-sea/
C022 | Aktau ferries waiting for berth, bad weather December | 7 | 7 |  | at-least | days | 2022 | minval.biz: zator v aktauskom portu (December) | https://minval.biz/?p=123526994
C023 | Customs clearance of one container train Kazakhstan before / after automation | 0.5 | 0.5 | 3 | before-after | h | 2025 | lada.kz: Transkaspiyskiy marshrut gruzoperevozki vyrosli v shest raz (22 Aug 2025) | https://www.lada.kz/aktau_news/society/142450-transkaspiiskii-marshrut-gruzoperevozki-vyrosli-v-shest-raz-za-piat-let.html
C037 | Altynkol-Absheron (Baku) 2024 | 9 |  |  |  | days | 2024 | KazTAG: Container transit from China via Trans-Caspian route increased 20-fold (4 Oct 2024) | https://kaztag.info/en/news/container-transit-from-china-via-trans-caspian-route-has-increased-20-fold-ministry-of-transport-of-
C040 | Dostyk queue: container trains waiting, Aug-Sep 2024 | 55 |  |  |  | trains | 2024 | RailFreight: The Kazakh-Chinese border remains an obstacle for rail traffic (26 Sep 2024) | https://www.railfreight.com/beltandroad/2024/09/26/the-kazakh-chinese-border-remains-an-obstacle-for-rail-traffic/
C056 | Kazakhstan road border crossing time 2023 | 4.2 |  |  |  | h | 2023 | CAREC CPMM 2023 report: Kazakhstan (Table 6.3) | https://cpmm.carecprogram.org/?p=466
C059 | PRC rail border crossing time 2023 | 14.4 |  |  |  | h | 2023 | CAREC CPMM 2023 report: PRC (Table 6.7) | https://cpmm.carecprogram.org/?p=477
C064 | Horgos rail border crossing 2022 | 34.8 |  |  |  | h | 2022 | CAREC CPMM 2022 report: PRC | https://cpmm.carecprogram.org/2022-report/peoples-republic-of-china
C075 | Xi'an-Absheron container train, December (before storms) | 17.5 | 15 | 20 | spread | days | 2025 | inbusiness.kz citing Argus: Shtormy na Kaspii vzvintili tseny | https://www.inbusiness.kz/ru/last/shtormy-na-kaspii-vzvintili-ceny-kontejnery-po-tmtm-podorozhali
C101 | Kazakhstan section of TITR transit | 6 |  |  |  | days | 2025 | tmrl.gov.tm (parliament ratification, 2025) | https://tmrl.gov.tm/ru/news/article/734
C103 | Dostyk backlog Sept 2023: trains accumulated | 120 |  |  |  | trains | 2023 | Forbes.kz citing ElDala (2 Sep 2023) | https://forbes.kz/news/2023/09/02/newsid_308250
C108 | Altynkol-Aktau by rail, operator statement | 3 |  |  |  | days | 2024 | Trend (3 May 2024) | https://en.trend.az/casia/kazakhstan/3894396.html
C111 | Kazakhstan section of the route, early 2023 | 6 |  |  |  | days | 2023 | newscentralasia.net (4 Mar 2023) | https://newscentralasia.net/2023/03/04/delivery-time-of-goods-from-china-to-the-black-sea-ports-via-the-caspian-sea-has-been-halved
D011 | TITR containers 2025 | 77000 |  |  |  | TEU | 2025 | Report.az (10 Mar 2026); Astana Times 10 Mar 2026 | https://report.az/en/infrastructure/container-traffic-on-trans-caucasian-int-l-transport-route-to-grow-to-300-000-teu-by-2029
D012 | TITR containers 2024 | 56500 |  |  |  | TEU | 2024 | Astana Times: TITR plans 2.5 million tons of cargo for 2025 | https://astanatimes.com/2025/03/trans-caspian-international-transport-route-plans-2-5-million-tons-of-cargo-for-2025/
D027 | China-Europe trains through Khorgos 2022 | 7000 |  |  |  | trains | 2022 | intermodalnews.eu: Khorgos Terminal handled over 7,000 China-Europe trains in 2022 | https://intermodalnews.eu/2023/01/03/the-khorgos-terminal-handled-over-7000-china-europe-trains-in-2022/
D030 | Block trains from China over the Middle Corridor 2024 | 310 | 310 |  | at-least | trains | 2024 | Trend: Hasanli interview (4 Feb 2025) | https://en.trend.az/business/4001365.html
D034 | Kazmortransflot feeder Aktau-Baku-Aktau 2025 | 59400 |  |  |  | TEU | 2025 | Trend RU (17 Jan 2026) | https://ru.trend.az/casia/kazakhstan/4142622.html
D037 | Aktau containers Jan-Oct 2023 | 19000 |  |  |  | TEU | 2023 | PortNews: Aktau port Jan-Oct 2023 | https://portnews.ru/news/356420
D050 | Dostyk rail tonnage Jan-Apr 2024 | 5.9 |  |  |  | Mt | 2024 | Kazinform: Rail transportation between Kazakhstan and China grows by 14% | https://en.inform.kz/news/rail-transportation-between-kazakhstan-and-china-grows-by-14-7787dc/
D051 | Altynkol rail tonnage Jan-Apr 2024 | 4.2 |  |  |  | Mt | 2024 | Kazinform: Rail transportation between Kazakhstan and China grows by 14% | https://en.inform.kz/news/rail-transportation-between-kazakhstan-and-china-grows-by-14-7787dc/
D055 | China-Europe(Asia) trains through Horgos + Alashankou 2024 | 16400 |  |  |  | trains | 2024 | People's Daily/Xinhua (29 May 2025) | http://en.people.cn/n3/2025/0529/c90000-20321136.html
D056 | Alashankou trains per day 2025 | 21 | 21 | 30 | mean-peak | trains/day | 2025 | People's Daily/Xinhua (29 May 2025) | http://en.people.cn/n3/2025/0529/c90000-20321136.html
D062 | Lianyungang KZ-CN base train volume 2025 | 75030 |  |  |  | TEU | 2025 | SeaNews RU / Xinhua (15 Jan 2026) | https://seanews.ru/2026/01/15/ru-zheleznodorozhnye-perevozki-kitaj-evropa-i-kitaj-azija-iz-ljanjungana/
D068 | Trains via Horgos / Alashankou Jan-May (year not printed) | 3248 |  |  |  | trains | 2024 | ERAI index1520: za pervye 5 mesyatsev cherez 2 KPP v Sintszyane | https://index1520.com/news/za-pervye-5-mesyatsev-cherez-2-kpp-v-sintszyane-prosledovalo-bolee-6400-poezdov
D080 | ASCO containers on Middle Corridor Jan-Nov 2025 | 18542 |  |  |  | TEU | 2025 | Report.az AZ: ASCO Orta Dehliz (26 Dec 2025) | https://report.az/infrastruktur/asco-orta-dehliz-cercivesinde-yukdasimalarini-3-defe-artirib-ekskluziv
D094 | UTLC ERA transit Jan-Apr 2020 | 108700 |  |  |  | TEU | 2020 | RailwayPro: Eurasian container traffic increased | https://railwaypro.com/wp/eurasian-container-traffic-increased
D100 | Kazakhstan transit containers 2024 | 1400000 |  |  |  | TEU | 2024 | zakonkz.com: Head of KTZ Sauranbayev reported | https://zakonkz.com/en/news/glava-nk-tzh-nurlan-sauranbaev-otchitals-1
D101 | TITR China-Europe containers 2024 | 35600 |  |  |  | TEU | 2024 | Astana Times (18 Mar 2025) | https://astanatimes.com/2025/03/kazakhstans-container-shipments-via-trans-caspian-route-increases-2-7-times-in-2024/
D102 | TITR container trains 2024 | 358 |  |  |  | trains | 2024 | ICE / Interfax: Kazakhstan plans to triple exports via TITR | https://aziendeaccordi.ice.it/it/news/notizie-dal-mondo/283087
D109 | Kazakhstan-Turkey direction imbalance on BTK H1 2021 (west:east) | 5.8 |  |  |  | ratio | 2021 | News.az (computed 3,206/552) | https://news.az/news/record-for-container-freight-transportation-via-btk-railway-line-in-past-6-months
D130 | Aktau port cargo 2022: grain | 0.447 |  |  |  | Mt | 2022 | Trend (6 Sep 2023) | https://en.trend.az/casia/kazakhstan/3793121.html
D131 | Aktau port cargo 2022: metal | 0.119 |  |  |  | Mt | 2022 | Trend (6 Sep 2023) | https://en.trend.az/casia/kazakhstan/3793121.html
D132 | Aktau port cargo 2022: other cargo | 0.786 |  |  |  | Mt | 2022 | Trend (6 Sep 2023) | https://en.trend.az/casia/kazakhstan/3793121.html
D134 | Grain through Aktau towards Iran, September 2024 to August 2025 | 1.27 |  |  |  | Mt | 2025 | inform.kz (10 Oct 2025) | https://www.inform.kz/ru/ktzh-vremenno-priostanovila-priyom-eksportnogo-zerna-vportu-aktau-046ad3
D135 | Zhezkazgan-Beyneu line: cargo carried a year | 2.7 |  |  |  | Mt/yr | 2025 | otenge.com: Minister of Transport before parliament | https://otenge.com/en/ekonomika-1/ministr-rasskazal-ob-effektivnosti-marsh-1
D136 | Uzen-Bolashak line: cargo carried a year | 1.5 |  |  |  | Mt/yr | 2025 | otenge.com: Minister of Transport before parliament | https://otenge.com/en/ekonomika-1/ministr-rasskazal-ob-effektivnosti-marsh-1
E001 | Growth of road cargo volume prompting customs acceleration | 60 |  |  |  | % | 2024 | Prime Minister of Kazakhstan | https://primeminister.kz
E008 | Bakhty-Ayagoz railway length | 272 |  |  |  | km | 2023 | Railway Gazette: Work begins on third Kazakhstan-China railway | https://www.railwaygazette.com/infrastructure/work-begins-on-third-kazakhstan-china-railway/65705.article
E009 | Kazakhstan-China rail capacity before / after Bakhty | 48 | 28 | 48 | before-after | Mt/yr | 2027 | Railway Gazette: Work begins on third Kazakhstan-China railway | https://www.railwaygazette.com/infrastructure/work-begins-on-third-kazakhstan-china-railway/65705.article
E012 | Nur Zholy road checkpoint throughput Nov 2025 | 1200 |  |  |  | vehicles/day | 2025 | Menafn/Trend: Kazakhstan Boosts Capacity At China Border Checkpoint (25 Nov 2025) | https://menafn.com/1110393936/Kazakhstan-Boosts-Capacity-At-China-Border-Checkpoint-In-Zhetysu-Region
E015 | Bakhty throughput Dec 2021 (COVID limits) | 40 |  |  |  | trucks/day | 2021 | intermodalnews.eu (24 Dec 2021) | https://intermodalnews.eu/2021/12/24/kazakhstan-and-china-increase-throughput-capacity-of-road-border-crossings/
E018 | Nur Zholy trucks accepted per day by China 8-12 Nov 2025 | 725 | 700 | 750 | spread | trucks/day | 2025 | Times of Central Asia: freight trucks stranded at Nur Zholy | https://timesca.com/?p=39162
E019 | Nur Zholy e-queue cap from 13 Nov 2025 | 650 |  |  |  | trucks/day | 2025 | Times of Central Asia: freight trucks stranded at Nur Zholy | https://timesca.com/?p=39162
E029 | Alakol (Dostyk) road checkpoint capacity before / after hub | 600 | 200 | 600 | before-after | trucks/day | 2024 | Astana Times: New International Trade, Logistics Center Opens on Kazakh-Chinese Border | https://astanatimes.com/2024/01/new-international-trade-logistics-center-opens-on-kazakh-chinese-border/
E030 | Kazakhstan-China road cargo 2023 | 1.8 |  |  |  | Mt | 2023 | Astana Times (p=85161) | https://astanatimes.com/?p=85161
E033 | Nur Zholy daily acceptance plan 2025 | 1000 | 650 | 1000 | before-after | trucks/day | 2025 | Informburo: Punkty propuska Nur Zholy i Khorgos budut rabotat kruglosutochno | https://informburo.kz/novosti/punkty-propuska-nur-zoly-i-xorgos-budut-rabotat-kruglosutocno-do-30-iiunia-2026-goda
E034 | Kalzhat-Dulaty daily acceptance | 250 | 250 | 300 | before-after | trucks/day | 2025 | Informburo | https://informburo.kz/novosti/punkty-propuska-nur-zoly-i-xorgos-budut-rabotat-kruglosutocno-do-30-iiunia-2026-goda
N01 | Ship crane at Aktau (portal or mobile) | 15 | 10 | 22 | spread | boxes/h gross |  | assumption: mobile and portal cranes on small feeders; 22 x 0.8 is a good gantry |
N02 | Quay cranes usable for containers at Aktau | 2 | 1 | 4 | spread | cranes |  | assumption: universal berths; portal cranes shared with general cargo |
N03 | Container berths at Aktau today | 1 | 1 | 3 | spread | berths |  | assumption: three universal dry berths (B094) of which boxes get one at a time; 2 after the hub |
N04 | TEU per box on block trains from China | 1.9 | 1.8 | 2.0 | spread | TEU/box |  | assumption: nearly all 40-foot |
N05 | TEU per box elsewhere | 1.6 | 1.4 | 1.8 | spread | TEU/box |  | assumption: mixed 20 and 40 foot |
N06 | Share of westbound in Caspian laden boxes | 0.70 | 0.60 | 0.85 | spread | share |  | assumption: D109 and operators' complaints of empty returns |
N07 | Share of eastbound boxes that are empty | 0.50 | 0.30 | 0.80 | spread | share |  | assumption: few eastbound block trains (D030) |
N08 | Rail-mounted gantry | 18 | 15 | 25 | spread | moves/h |  | assumption: B022 and B023 imply 12.7-21.3 |
N09 | Rubber-tyred gantry | 12 | 8 | 16 | spread | moves/h |  | assumption: manufacturers' net rates less re-handling |
N10 | Reach stacker | 10 | 8 | 14 | spread | moves/h |  | assumption: usual planning figure |
N11 | Gauge change: facing track pairs a crane group | 2 | 1 | 3 | spread | tracks |  | assumption: crane span |
N12 | Gauge change: share that crosses directly | 0.60 | 0.30 | 0.85 | spread | share |  | assumption: an output where platforms are simulated; a start value otherwise |
N13 | Gauge change: crane moves of a buffered box | 2 | 2 | 2 | spread | moves |  | assumption: in and out of the buffer |
N14 | Gauge change: buffer yard | 400 | 200 | 1000 | spread | TEU |  | assumption: a few train loads |
N15 | 40-foot platforms of 1520 mm on the corridor | 1100 | 600 | 2000 | spread | platforms |  | assumption: 54 loads a day on a 20-day cycle |
N16 | Altynkol-Aktau by rail | 3250 | 3050 | 3450 | spread | km |  | assumption: sum of sections in A; A053 as upper proxy |
N17 | Speed of a container block train with its stops | 35 | 25 | 45 | spread | km/h |  | assumption: A054 (39 km/h) and A019 |
N18 | Its coefficient of variation by section | 0.15 | 0.05 | 0.30 | spread | ratio |  | assumption: mixed traffic |
N19 | Period of the limiting single-track section | 55 | 45 | 75 | spread | min |  | assumption: A031: 15 intervals of 19.5 km at 50 km/h and 8 min of stations |
N20 | Passenger paths a day taken out first | 4 | 2 | 10 | spread | pairs/day |  | assumption: timetables of long-distance trains |
N21 | Reliability of the section (path used when needed) | 0.90 | 0.85 | 0.95 | spread | share |  | assumption: 1520 practice |
N22 | Crew change and inspection stop | 1 | 0.5 | 2 | spread | h per 350 km |  | assumption: haulage districts |
N23 | Technical inspection at a rail border | 2 | 1 | 3 | spread | h |  | assumption: both railways hand over |
N24 | Transit customs channels: green | 0.90 | 0.80 | 0.97 | spread | share |  | assumption: 0.5 h |
N25 | Transit customs channels: yellow | 0.08 | 0.02 | 0.15 | spread | share |  | assumption: 4 h (2-8) |
N26 | Transit customs channels: red | 0.02 | 0.005 | 0.05 | spread | share |  | assumption: 48 h (24-120) lognormal |
N27 | PRC exit control | 6 | 3 | 12 | spread | h |  | assumption: train level |
N28 | Effective closure at Chinese New Year | 3 | 0 | 7 | spread | days |  | assumption: reduced shifts |
N29 | Aktau yard today | 6000 | 4000 | 9000 | spread | TEU slots |  | assumption: about 40 % of 24 ha (B015) at height 3 |
N30 | Aktau port rail: tracks | 3 | 2 | 6 | spread | tracks |  | assumption: B061 as a comparable terminal |
N31 | Aktau port rail: shunting a train in or out | 2 | 1 | 4 | spread | h |  | assumption: port station |
N32 | Feeder speed | 12 | 10.5 | 13 | spread | kn |  | assumption: 508 km in 22 h |
N33 | Feeder: longest wait before sailing part full | 48 | 24 | 96 | spread | h |  | assumption: weekly advertised sailings and full loads preferred |
N34 | Feeder: tie-up and papers a call | 3 | 2 | 6 | spread | h |  | assumption: per port |
N35 | Aktau closed share by month Jan-Dec | .32 .25 .15 .08 .08 .04 .04 .04 .08 .12 .25 .30 |  |  |  | share |  | assumption: B073 January 10 days; B074 Kuryk 50 % in Nov-Dec; +-50 % |
N36 | Aktau closure: mean spell | 36 | 18 | 72 | spread | h |  | assumption: autocorrelated wind |
N37 | Kuryk closed share against Aktau | 1.6 | 1.2 | 2.0 | spread | ratio |  | assumption: B074 |
N38 | Road border: lanes a direction | 4 | 2 | 8 | spread | lanes |  | assumption: large checkpoints | 
N39 | Road border: processing a truck | 6 | 3 | 12 | spread | min |  | assumption: documents and scan | 
N40 | Road border: red channel share and time | 0.05 | 0.02 | 0.10 | spread | share |  | assumption: 4 h (2-12) | 
N41 | E-queue no-show | 0.10 | 0.05 | 0.20 | spread | share |  | assumption: appointment systems elsewhere | 
N42 | Road transloading where trucks may not enter | 6 | 3 | 10 | spread | h |  | assumption: truck to truck | 
N46 | Bulk wagon load | 65 | 58 | 70 | spread | t |  | assumption: 1520 hopper and covered wagons |
N47 | Bulk train | 57 | 50 | 71 | spread | wagons |  | assumption: station tracks of 850 m |
`;

const text = (cell: string) => (cell === '' ? undefined : cell);
const one = (cell: string) => (cell === '' ? undefined : Number(cell));

/** By id. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([id, quantity, value, low, high, range, unit, year, source, url]) => {
      const numbers = value.split(' ').map(Number);
      const given = {
        value: numbers.length > 1 ? numbers : numbers[0],
        low: one(low),
        high: one(high),
        range: text(range),
      };
      return [id, { id, quantity, ...given, unit, year: one(year), source, url: text(url) }];
    }),
);
